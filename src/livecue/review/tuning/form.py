"""The other settings that a kept session answers for, each made from its own declaration."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from livecue.config.listing import Declared
from livecue.config.settings import Value
from livecue.markers.sureness import Costs
from livecue.translation import words, words_of
from livecue.wording import IN_WORDS

Field = QCheckBox | QComboBox | QDoubleSpinBox | QSpinBox

SURE = "markers.sure"
"""The level whose thresholds hold."""
FINE = 0.01
COARSE = 0.1
_FIELD_PX = 130


class SettingsForm(QScrollArea):
    """One line a setting: what it means, and a field within its range.

    changed: the name of the setting that was. costs: said below "how sure before you are told";
    `None` where they are not here.
    """

    changed = Signal(str)

    def __init__(
        self, settings: Sequence[Declared], values: Mapping[str, Value], costs: Costs | None
    ) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self._meanings: dict[str, QLabel] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        for row, one in enumerate(settings):
            field = self._field(one, values[one.name])
            self.fields[one.name] = field
            said = words_of(one.meaning)
            if one.name == SURE and costs is not None:
                costs_said = "\n".join(_costs_said(costs))
                field.setAccessibleDescription(costs_said)
                said = f"{said}\n{costs_said}"
            meaning = QLabel(said)
            meaning.setWordWrap(True)
            meaning.setBuddy(field)
            self._meanings[one.name] = meaning
            form.addWidget(field, row, 0)
            form.addWidget(meaning, row, 1)
        column.addLayout(form)
        column.addWidget(_deaf_note())
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)

    def values(self) -> dict[str, Value]:
        """What the fields hold."""
        return {name: _value_of(field) for name, field in self.fields.items()}

    def put(self, values: Mapping[str, Value]) -> None:
        """Fill the fields, without telling."""
        for name, field in self.fields.items():
            field.blockSignals(True)
            _put(field, values[name])
            field.blockSignals(False)

    def show_only(self, names: Collection[str]) -> None:
        """Leave out the lines of all other settings."""
        for name, field in self.fields.items():
            field.setVisible(name in names)
            self._meanings[name].setVisible(name in names)

    def _field(self, one: Declared, value: Value) -> Field:
        field = _made(one)
        _put(field, value)
        field.setMinimumWidth(_FIELD_PX)
        field.setAccessibleName(words_of(one.meaning))
        name = one.name
        if isinstance(field, QCheckBox):
            field.toggled.connect(lambda _: self.changed.emit(name))
        elif isinstance(field, QComboBox):
            field.currentTextChanged.connect(lambda _: self.changed.emit(name))
        else:
            field.setKeyboardTracking(False)
            field.valueChanged.connect(lambda _: self.changed.emit(name))
        return field


class _Choice(QComboBox):
    """Rolling the wheel over it moves the page, not the choice."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the page."""
        event.ignore()


def _made(one: Declared) -> Field:
    """The field that fits a setting."""
    if one.choices:
        choice = _Choice()
        for word in one.choices:
            choice.addItem(words_of(word), word)
        return choice
    if isinstance(one.default, bool):
        return QCheckBox()
    assert one.low is not None
    assert one.high is not None
    if isinstance(one.default, int):
        whole = QSpinBox()
        whole.setRange(int(one.low), int(one.high))
        return whole
    number = QDoubleSpinBox()
    fine = one.high <= 1
    number.setDecimals(3 if fine else 1)
    number.setRange(one.low, one.high)
    number.setSingleStep(FINE if fine else COARSE if one.high <= 60 else 10.0)
    if one.unit:
        number.setSuffix(f" {one.unit}")
    return number


def _put(field: Field, value: Value) -> None:
    if isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(value))
    elif isinstance(field, QSpinBox):
        field.setValue(int(value))
    else:
        field.setValue(float(value))


def _value_of(field: Field) -> Value:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QComboBox):
        return str(field.currentData())
    if isinstance(field, QSpinBox):
        return field.value()
    return round(field.value(), 3)


def _costs_said(costs: Costs) -> list[str]:
    """A sentence a level, and what it was counted on."""
    level = words(
        "{level}: of ten {signs}; of ten cues that should come, {cues}; in 50 minutes {false} cues "
        "come without cause."
    )
    return [
        *(
            level.format(
                level=words_of(name),
                signs=", ".join(
                    f"{words_of(IN_WORDS[sign])}: {told.of_ten}"
                    for sign, told in cost.signs.items()
                ),
                cues=cost.cues.of_ten,
                false=cost.false_cues,
            )
            for name, cost in costs.levels.items()
        ),
        words(
            "Counted on the words of {sessions} real sessions that were read and marked, on which "
            "the levels were chosen too; cues from pauses come besides. The table on the right "
            "shows which cues would be new or gone with this client."
        ).format(sessions=costs.sessions),
    ]


def _deaf_note() -> QLabel:
    note = QLabel(
        words(
            "What decides how sound is heard, and when a turn is over, is not here: only kept "
            "sound could tell what would have come."
        )
    )
    note.setWordWrap(True)
    return note
