"""What tests of capture share."""

from tests.pulse import pulse as pulse
