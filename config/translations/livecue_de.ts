<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>livecue</name>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>Please speak first: the first voice heard is taken for the clinician's.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>These are automatic observations, not findings about a person. No cue does not mean no ambivalence.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/exports/report/strips.py" />
      <source>Timeline from {start} to {end}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>Words will come late on this computer; cues from longer pauses do not wait for them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>client</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>clinician</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/exports/report/lanes.py" />
      <source>clinician's marks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>consider pausing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/exports/report/lanes.py" />
      <source>cues</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/exports/report/lanes.py" />
      <location filename="src/livecue/overlay/view.py" />
      <source>exploring</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>hearing trouble</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>held</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>leaning towards change</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>leaning towards staying</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>listening</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>longer pauses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>no sound, another program has the microphone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>no sound, the microphone is gone or has stopped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>no sound, the microphone is muted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>no words, pauses are still heard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/exports/report/strips.py" />
      <source>not heard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>not listening</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>not sure who</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>nothing but silence comes; is the microphone muted, or the wrong one?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>noticed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>obstacles named</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/exports/report/lanes.py" />
      <source>on hold</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/exports/report/strips.py" />
      <source>pauses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>perhaps ready to return</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>reflect the wish to change</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>reservation voiced</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>snoozed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>some sound was lost, the laptop is too busy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>some words were lost, pauses are still heard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>stay with it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>subject changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>the laptop was asleep for a while</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>the microphone sends sound at the wrong speed, livecue allows for it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>the microphone's clock is off, livecue allows for it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>this session is no longer being kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/exports/report/lanes.py" />
      <source>trouble with hearing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>twice</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>who is speaking is a guess</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>words are late, pauses are still heard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/overlay/view.py" />
      <source>words not understood, pauses are still heard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>{count} times</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>{sign} {often}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="src/livecue/wording.py" />
      <source>{sign} {often}, last at {time}</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
