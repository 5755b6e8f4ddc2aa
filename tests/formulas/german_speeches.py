"""Six short speeches of an invented mayor at the new year's reception of an invented town, which reuse one another."""

from __future__ import annotations

from reuse.model import Document

SPEECHES = {
    "2015": """\
Meine sehr verehrten Damen und Herren, liebe Mitbürgerinnen und Mitbürger,
ich heiße Sie zum zwölften Neujahrsempfang unserer Stadt herzlich willkommen. Das vergangene Jahr war ein Jahr der
Brücken. Die Seebrücke ist fertig, und der Hafen wächst. Wir stehen vor großen Herausforderungen, aber wir stehen nicht
allein. Ich danke allen Vereinen, Feuerwehren und Kirchengemeinden für ihren Einsatz.
Unsere Schulen brauchen mehr Lehrer. Wir werden die Grundschule am Deich sanieren. Der Rat hat den Haushalt einstimmig
beschlossen. Wer zusammenhält, der kommt voran. Frieden, Freiheit und Wohlstand sind keine Selbstverständlichkeit.
Ich wünsche Ihnen und Ihren Familien ein gesundes und friedliches neues Jahr. Vielen Dank für Ihre Aufmerksamkeit.
""",
    "2016": """\
Meine sehr verehrten Damen und Herren, liebe Mitbürgerinnen und Mitbürger,
ich heiße Sie zum dreizehnten Neujahrsempfang unserer Stadt herzlich willkommen. Im Sommer kam das Hochwasser. Am Deich
standen Menschen aus allen Ortsteilen, und der Deich hat gehalten. Wir stehen vor großen Herausforderungen, doch wir
haben schon andere gemeistert. Ich danke allen Vereinen, Feuerwehren und Kirchengemeinden für ihren Einsatz.
Mit dem Land verhandeln wir über den Bahnhof. Wir werden die Grundschule am Markt sanieren. Zu diesem Zweck nehmen wir
Geld in die Hand. Wer zusammenhält, der kommt voran. Frieden, Freiheit und Wohlstand müssen wir jeden Tag verteidigen.
Ich wünsche Ihnen und Ihren Familien ein gesundes und friedliches neues Jahr. Vielen Dank für Ihre Aufmerksamkeit.
""",
    "2017": """\
Meine sehr verehrten Damen und Herren, liebe Bürgerinnen und Bürger,
ich heiße Sie zum vierzehnten Neujahrsempfang unserer Stadt herzlich willkommen. Der Bahnhof hat ein neues Dach. Das
Kino am Markt spielt wieder. Zu diesem Zweck haben dreihundert Menschen Anteile gezeichnet. Wir dürfen nicht
nachlassen, denn viele Wege sind noch schlecht. Ich danke allen Vereinen, Feuerwehren und Kirchengemeinden für ihre
Arbeit. Unsere Partnerstadt schickt Grüße, und wir erwidern sie von Herzen. Wer zusammenhält, der kommt voran.
Ich wünsche Ihnen und Ihren Familien ein gesundes und glückliches neues Jahr. Vielen Dank für Ihre Aufmerksamkeit.
""",
    "2018": """\
Meine sehr verehrten Damen und Herren, liebe Bürgerinnen und Bürger,
ich heiße Sie zum fünfzehnten Neujahrsempfang unserer Stadt herzlich willkommen. Die Werft hat ein neues Schiff auf
Kiel gelegt. Es fehlt an Wohnungen für junge Familien. Wir werden die Schwimmhalle am Deich sanieren. Wir dürfen nicht
nachlassen, und wir werden nicht nachlassen. Ich danke allen Vereinen, Feuerwehren und Kirchengemeinden für ihre
Geduld. Eine Stadt lebt von denen, die mehr tun, als sie müssen. Frieden, Freiheit und Wohlstand haben unsere Eltern
aufgebaut. Ich wünsche Ihnen und Ihren Familien ein gesundes und glückliches neues Jahr. Vielen Dank für Ihre
Aufmerksamkeit.
""",
    "2019": """\
Meine Damen und Herren, liebe Bürgerinnen und Bürger,
herzlich willkommen zum Neujahrsempfang unserer Stadt. Die Insel bekommt eine zweite Fähre. Im Rathaus zieht das
Bürgerbüro in das Erdgeschoss. Wir dürfen nicht nachlassen, wenn es um die Kinder geht. Eine Stadt lebt von denen, die
mehr tun, als sie müssen. Zu diesem Zweck stiften wir einen Preis. Das Ehrenamt ist das Rückgrat unserer Stadt, und so
soll es bleiben. Ich wünsche Ihnen allen ein gesundes und glückliches neues Jahr. Vielen Dank für Ihre Aufmerksamkeit.
""",
    "2020": """\
Meine Damen und Herren, liebe Bürgerinnen und Bürger,
herzlich willkommen zum Neujahrsempfang unserer Stadt. Der Stadtwald wird größer, und die Straßen werden leiser. Wir
haben den Radweg bis zum Leuchtturm gebaut. Das Ehrenamt ist das Rückgrat unserer Stadt. Auf der anderen Seite fehlt
der Nachwuchs. Eine Stadt lebt von denen, die mehr tun, als sie müssen. Auf der anderen Seite des Hafens entsteht ein
Platz. Ich wünsche Ihnen allen ein gesundes und glückliches neues Jahr. Vielen Dank für Ihre Aufmerksamkeit.
""",
}


def documents() -> list[Document]:
    return [
        Document.from_text(text, id=year, title=f"Neujahrsempfang {year}", date=f"{year}-01-06")
        for year, text in SPEECHES.items()
    ]
