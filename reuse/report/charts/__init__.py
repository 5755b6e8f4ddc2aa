"""Plotly figures as plain dictionaries: the map, the heatmap of shares, the timeline, the network."""
