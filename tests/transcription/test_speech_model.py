"""One rule for every command: which speech model reads."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from livecue.config import Settings, TranscriptionSettings
from livecue.errors import InputError, MissingError
from livecue.model_files import FileSpec, ModelSpec
from livecue.transcription import speech_model
from livecue.transcription.fitting import Speed
from livecue.transcription.speech_model import model_for_real_time, try_out, with_model


def speech(name: str, size: int, language: str = "en") -> ModelSpec:
    weights = FileSpec(name="model.bin", sha256=f"of {name}", size=size)
    return ModelSpec(
        name=name, purpose="", licence="", source="", languages=(language,), files=(weights,)
    )


MODELS = {
    model.name: model
    for model in (
        speech("middle", 200, language="any"),
        speech("large", 300),
        speech("small", 100),
        speech("vast", 900),
        ModelSpec(name="turn-reader", purpose="", licence="", source=""),
    )
}


class Machine:
    """Models that are installed on it, how long each takes, and when they were timed."""

    def __init__(self) -> None:
        self.installed = {"small", "middle", "large"}
        self.takes_s = {"small": 0.1, "middle": 0.2, "large": 9.0}
        self.timed: list[list[str]] = []

    def time_models(
        self, models: Sequence[ModelSpec], load: object, settings: object, clip: object
    ) -> tuple[Speed, ...]:
        self.timed.append([model.name for model in models])
        return tuple(
            Speed(
                name=model.name,
                size=model.files[0].size,
                read_s=self.takes_s[model.name],
                clip_s=5.0,
            )
            for model in models
        )


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LIVECUE_HOME", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def machine(home: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()
    monkeypatch.setattr(speech_model, "manifest", lambda: tuple(MODELS.values()))
    monkeypatch.setattr(speech_model, "described", MODELS.__getitem__)
    monkeypatch.setattr(
        speech_model, "whereabouts", lambda spec: home if spec.name in made.installed else None
    )
    monkeypatch.setattr(speech_model, "locate", MODELS.__getitem__)
    monkeypatch.setattr(speech_model, "time_models", made.time_models)
    monkeypatch.setattr(speech_model, "bundled_clip", lambda: None)
    return made


def asked_for(**transcription: Any) -> Settings:
    return Settings(transcription=TranscriptionSettings(**transcription))


def model_of(settings: Settings) -> str:
    return settings.transcription.model


def test_in_lock_step_the_largest_installed_model_reads_however_slow_it_is(
    machine: Machine,
) -> None:
    settings = asked_for(threads=3)
    named = with_model(settings)
    assert model_of(named) == "large"
    assert named == settings.with_speech_model("large"), "nothing else is changed"
    assert machine.timed == []


def test_in_real_time_the_largest_that_keeps_up_reads(machine: Machine) -> None:
    chosen = model_for_real_time(asked_for())
    assert model_of(chosen.settings) == "middle"
    assert not chosen.late


def test_where_none_keeps_up_the_smallest_reads_and_words_are_known_to_be_late(
    machine: Machine,
) -> None:
    machine.takes_s.update(small=3.0, middle=6.0)
    chosen = model_for_real_time(asked_for())
    assert model_of(chosen.settings) == "small"
    assert chosen.late


def test_only_models_that_know_the_language_are_asked(machine: Machine) -> None:
    assert model_of(with_model(asked_for(language="de"))) == "middle"
    assert model_of(model_for_real_time(asked_for(language="de")).settings) == "middle"
    assert machine.timed == [["middle"]]


@pytest.mark.parametrize("choose", [with_model, model_for_real_time])
def test_a_model_that_is_named_reads_and_none_is_timed(
    machine: Machine, choose: Callable[[Settings], object]
) -> None:
    settings = asked_for(model="large")
    chosen = choose(settings)
    assert getattr(chosen, "settings", chosen) == settings
    assert machine.timed == []


@pytest.mark.parametrize("choose", [with_model, model_for_real_time])
@pytest.mark.parametrize("name", ["nowhere", "turn-reader"])
def test_a_name_that_is_no_speech_models_is_refused(
    machine: Machine, choose: Callable[[Settings], object], name: str
) -> None:
    with pytest.raises(InputError, match=f"no speech model '{name}'; choose auto or one of middle"):
        choose(asked_for(model=name))


@pytest.mark.parametrize("choose", [with_model, model_for_real_time])
def test_without_a_model_for_the_language_it_is_said_what_to_fetch(
    machine: Machine, choose: Callable[[Settings], object]
) -> None:
    machine.installed = {"small"}
    with pytest.raises(MissingError, match="'de' is on this machine; `livecue models pull base`"):
        choose(asked_for(language="de"))


def test_only_the_first_start_times_the_models(machine: Machine) -> None:
    first = model_for_real_time(asked_for())
    assert model_for_real_time(asked_for()) == first
    assert machine.timed == [["small", "middle", "large"]]


@pytest.mark.parametrize(
    "changed",
    [
        {"threads": 4},
        {"model_latency_most_s": 9.5},
        {"model_rtf_most": 0.5},
    ],
)
def test_under_other_settings_they_are_timed_anew(
    machine: Machine, changed: dict[str, float]
) -> None:
    model_for_real_time(asked_for())
    model_for_real_time(asked_for(**changed))
    assert len(machine.timed) == 2


@pytest.mark.parametrize(
    ("what", "other"),
    [("processor", "Another 9000"), ("cores", 64), ("version", "99.0")],
)
def test_on_another_computer_or_with_another_livecue_they_are_timed_anew(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, what: str, other: object
) -> None:
    model_for_real_time(asked_for())
    monkeypatch.setattr(f"livecue.transcription.speed_memory.{what}", lambda *_: other)
    model_for_real_time(asked_for())
    assert len(machine.timed) == 2


def test_a_model_that_was_installed_since_is_timed(machine: Machine) -> None:
    model_for_real_time(asked_for())
    machine.installed.add("vast")
    machine.takes_s["vast"] = 0.3
    assert model_of(model_for_real_time(asked_for()).settings) == "vast"


@pytest.mark.parametrize("left", ["", "{", "[]", '{"speeds": []}', "\udcff"])
def test_what_is_remembered_but_cannot_be_read_is_measured_anew(
    machine: Machine, home: Path, left: str
) -> None:
    model_for_real_time(asked_for())
    (memory,) = home.iterdir()
    memory.write_bytes(left.encode("utf-8", "surrogateescape"))
    assert model_of(model_for_real_time(asked_for()).settings) == "middle"
    assert len(machine.timed) == 2
    model_for_real_time(asked_for())
    assert len(machine.timed) == 2, "now it can be read"


def test_where_nothing_can_be_kept_every_start_measures(machine: Machine, home: Path) -> None:
    home.write_text("a file where the folder should be")
    for _ in range(2):
        assert model_of(model_for_real_time(asked_for()).settings) == "middle"
    assert len(machine.timed) == 2


def test_trying_out_measures_anew_and_the_next_start_goes_by_it(machine: Machine) -> None:
    model_for_real_time(asked_for())
    machine.takes_s["middle"] = 7.0
    shown = try_out(TranscriptionSettings())
    assert (shown.fit.speed.name, shown.installed, shown.named) == ("small", 3, False)
    assert [speed.name for speed in shown.speeds] == ["small", "middle", "large"]
    assert model_of(model_for_real_time(asked_for()).settings) == "small"
    assert len(machine.timed) == 2


def test_trying_out_a_model_that_is_named_times_it_alone_and_forgets_nothing(
    machine: Machine,
) -> None:
    model_for_real_time(asked_for())
    shown = try_out(TranscriptionSettings(model="large"))
    assert (shown.fit.speed.name, shown.fit.in_time, shown.named) == ("large", False, True)
    model_for_real_time(asked_for())
    assert machine.timed == [["small", "middle", "large"], ["large"]]
