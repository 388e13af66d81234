"""How the report looks: dark on white, on a screen and on A4 or Letter paper."""

from livecue.events import MarkerName

MARKER_COLOURS: dict[MarkerName, str] = {
    "silence": "#56406f",
    "yes_but": "#b34700",
    "topic_shift": "#a83278",
    "homework": "#7a6000",
    "change_talk": "#00795a",
    "sustain_talk": "#5d4037",
}
"""One for each lane; all at 4.5:1 or more on white (WCAG 2.2, 1.4.3). Lanes are named besides."""

CLIENT_COLOUR = "#1764a5"
CLINICIAN_COLOUR = "#868e96"
UNKNOWN_COLOUR = "#8a939c"
PAUSE_COLOUR = "#7890a8"
"""What is only drawn needs 3:1 (WCAG 2.2, 1.4.11)."""

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { background: #fff; color: #1d2329; }
body {
  max-width: 46rem; margin: 2rem auto; padding: 0 1.5rem;
  font: 0.97rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans",
    Arial, sans-serif;
}
.opening {
  margin: 0 0 1.6rem; padding: 0.55rem 0.9rem; border: 1px solid #1d2329; border-radius: 4px;
  font-weight: 600;
}
.alone { margin: -1rem 0 1.6rem; padding: 0.55rem 0.9rem; border-left: 4px solid #b34700; }
h1 { margin: 0 0 0.2rem; font-size: 1.65em; line-height: 1.2; font-weight: 650; }
h2 {
  margin: 2rem 0 0.6rem; padding-bottom: 0.2rem; border-bottom: 1px solid #d5dade;
  font-size: 1.16em; line-height: 1.3; font-weight: 650;
}
p { margin: 0 0 0.6rem; }
.facts, .small, figcaption { color: #4c555e; font-size: 0.91em; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 0.28rem 0.9rem 0.28rem 0; text-align: left; vertical-align: top; }
thead th { color: #4c555e; font-size: 0.87em; font-weight: 500; }
tbody th { font-weight: 500; white-space: nowrap; }
tbody tr { border-top: 1px solid #e6e9ec; }
.swatch {
  display: inline-block; width: 0.7rem; height: 0.7rem; margin-right: 0.45rem; border-radius: 2px;
  print-color-adjust: exact; -webkit-print-color-adjust: exact;
}
ul.plain { margin: 0.8rem 0 0; padding-left: 1.1rem; }
figure { margin: 0; }
figure svg { display: block; width: 100%; height: auto; margin: 0 0 0.7rem; }
ol.moments { margin: 0; padding: 0; list-style: none; }
ol.moments > li {
  display: grid; grid-template-columns: 3.2rem 1fr; padding: 0.5rem 0;
  border-top: 1px solid #e6e9ec;
}
ol.moments > li:first-child { border-top: 0; }
.at { color: #4c555e; font-variant-numeric: tabular-nums; }
.what { font-weight: 600; }
.also { color: #4c555e; font-weight: 400; }
.moments p { margin: 0.15rem 0 0; }
.said { padding-left: 5.6rem; text-indent: -5.6rem; }
.said .who {
  display: inline-block; width: 5.6rem; text-indent: 0; color: #4c555e; font-size: 0.91em;
}
mark { background: none; color: inherit; font-weight: 600; border-bottom: 2px solid #b34700; }
li.cue > div { padding-left: 0.7rem; border-left: 3px solid #1d2329; }
li.mark > div { padding-left: 0.7rem; border-left: 3px solid #1764a5; }
@page {
  margin: 19mm 16mm; color: #4c555e; font: 7.5pt system-ui, "Segoe UI", "DejaVu Sans", sans-serif;
  @top-right { content: TITLE; }
  @bottom-left { content: OPENING; }
  @bottom-right { content: counter(page) " / " counter(pages); }
}
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 9.6pt; line-height: 1.42; }
  h2 { break-after: avoid; }
  svg, tr, ol.moments > li { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
}
"""
"""OPENING and TITLE are put in by the page: both stand on each sheet."""
