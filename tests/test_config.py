"""Settings: declared once, refused clearly."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from livecue.config import (
    CareSettings,
    ClientProfile,
    MarkerSettings,
    Settings,
    SilenceSettings,
    read_settings,
)
from livecue.errors import InputError

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("writer", ROOT / "scripts" / "write_settings.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_shipped_file_holds_exactly_the_defaults(writer: ModuleType) -> None:
    path = ROOT / "config" / "default.toml"
    assert read_settings(path) == Settings()
    assert path.read_text("utf-8") == writer.default_toml(), "run scripts/write_settings.py"


def test_the_page_on_tuning_is_made_from_the_settings(writer: ModuleType) -> None:
    page = (ROOT / "docs" / "tuning.md").read_text(encoding="utf-8")
    assert page == writer.tuning_page(), "run scripts/write_settings.py"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[silence]\nspred = 3", "there is no setting 'silence.spred'"),
        ("[silence]\nspread = 99", "'silence.spread' is 99"),
        ("[silence\nspread = 3", "not valid TOML"),
        (
            "[silence]\ndefault_threshold_s = 12\nhighest_threshold_s = 5",
            "in 'silence', 'highest_threshold_s' (5 s) is below 'default_threshold_s' (12 s); mend",
        ),
        ("[silence]\ndefault_threshold_s = 2", "below 'lowest_threshold_s' (3 s)"),
        ("[overlay]\ncorner = 'middle'", "'overlay.corner' is 'middle'"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(InputError) as error:
        read_settings(path)
    assert says in str(error.value)
    assert str(path) in str(error.value)


def test_silence_settings_in_order_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[silence]\nlowest_threshold_s = 2\ndefault_threshold_s = 2")
    assert read_settings(path).silence.default_threshold_s == 2


def test_a_what_if_and_a_kept_session_may_hold_silences_out_of_order() -> None:
    tried = Settings().with_values({"silence.highest_threshold_s": 1.0})
    assert tried.silence.highest_threshold_s == 1.0
    assert Settings.of_log(tried.model_dump(mode="json")).silence == tried.silence


def test_each_session_is_counted_on_where_the_clinician_began_to_count() -> None:
    assert ClientProfile(sessions_before=2).after_a_session().sessions_before == 3
    assert ClientProfile().after_a_session() == ClientProfile()


def test_with_a_client_livecue_starts_quiet_unless_the_clinician_chose() -> None:
    assert Settings().in_the_room().markers.sure == "quiet"
    chosen = Settings(markers=MarkerSettings(sure="balanced"))
    assert chosen.in_the_room().markers.sure == "balanced"


def test_a_clients_own_settings_lie_over_the_usual_ones() -> None:
    own = ClientProfile(silence=SilenceSettings(default_threshold_s=5.0))
    settings = Settings().for_client(own)
    assert settings.silence.default_threshold_s == 5.0
    assert settings.care == CareSettings()
    assert settings.profile == own


def test_settings_survive_the_session_event() -> None:
    settings = Settings().for_client(ClientProfile(earlier_response_s=(0.5, 1.5)))
    assert Settings.model_validate(settings.model_dump(mode="json")) == settings
