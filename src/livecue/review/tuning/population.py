"""How long people wait before they answer, where nobody is ambivalent about anything.

Measured by scripts/measure_population.py on PriMock57 (Papadopoulos Korfiatis et al., 2022: a
dataset of primary care mock consultations, ACL; CC BY 4.0): 57 played consultations with a general
practitioner, by video call. Patients answered 1,570 times after a silence of at least 0.2 s.
They are not sessions of psychotherapy, and of pauses inside a turn they say nothing: utterances
were divided there for transcription.
"""

import math

from livecue.hearing.thresholds import Known

SOURCE = "PriMock57"
RESPONSES = Known(count=1570, centre=math.log(0.66), deviation=0.68)
"""Log response latency: its median (0.66 s) and robust standard deviation."""
RESPONSE_P95_S = 2.0
"""95 % of these answers came sooner (1.99 s); a quicker answer is long for nobody."""
