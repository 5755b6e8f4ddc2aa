cimport cython

@cython.locals(k=int, p=int, ka=int, kb=int, ka1=int, kb1=int, end=int, stop=int, cut=int, na=int, nb=int, gap_a=int, gap_b=int,
               reach=int, new_low=int, new_high=int, best_previous=int, best_low=int, best_high=int, best_trim=int, i=int, top=int, new_ceiling=int, best_ceiling=int, new_floor=int, best_floor=int,
               best=double, cost=double, cost_a=double, cost_b=double, gain=double,
               unit_cost=double, swap_cost=double, hole_cost=double, open_cost=double)
cpdef chain_pieces(
    const int[::1] a0, const int[::1] a1, const int[::1] b0, const int[::1] b1,
    const double[::1] own, const double[::1] bits, const int[::1] trimmable, const double[::1] tail_bits,
    const double[::1] a_weight, const double[::1] a_border, const int[::1] a_wild,
    const double[::1] b_weight, const double[::1] b_border, const int[::1] b_wild,
    const double[::1] settings, int max_gap, int wild_units, int max_trim, const int[::1] live,
    int[::1] heads, int[::1] links, double[::1] score, int[::1] previous, int[::1] low, int[::1] high, int[::1] trim,
    int[::1] ceiling, int[::1] floor,
)
