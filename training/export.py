"""The trained network as ONNX with 8-bit weights, compared with what PyTorch says of the same."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from network import Batch, Reader

MOST_APART = 0.25
"""Log odds by which 8-bit weights may move a sign, in the mean over the turns compared."""


class Alone(nn.Module):
    """The reader as it is asked in a session: one turn, nothing to fill up."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, tokens: Tensor, before: Tensor) -> tuple[Tensor, Tensor]:
        """As `Reader`, where every token is there."""
        logits: tuple[Tensor, Tensor] = self.reader(tokens, before, torch.ones_like(tokens))
        return logits


def export(reader: Reader, example: Batch, path: Path) -> None:
    """Write the network to `path`: inputs `tokens`, `before`; outputs `signs`, `talk`."""
    reader = reader.float().eval()
    with TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            Alone(reader),
            (example.tokens[:2], example.before[:2]),
            whole,
            input_names=["tokens", "before"],
            output_names=["signs", "talk"],
            dynamic_shapes={
                name: {0: torch.export.Dim("turns", min=1), 1: torch.export.Dim("length", min=4)}
                for name in ("tokens", "before")
            },
            dynamo=True,
            external_data=False,
        )
        model = onnx.load(whole)
        del model.graph.value_info[:]  # shapes of the example, which mislead the quantizer
        onnx.save(model, whole)
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
            per_channel=True,
            weight_type=QuantType.QInt8,
        )
    onnx.save(_bare(onnx.load(path)), path)


def _bare(model: onnx.ModelProto) -> onnx.ModelProto:
    """The network without the exporter's notes, which name this machine's folders."""
    graph = model.graph
    for noted in (model, graph, *graph.node, *graph.initializer, *graph.input, *graph.output):
        del noted.metadata_props[:]
        noted.doc_string = ""
    return model


def apart(reader: Reader, examples: Sequence[Batch], path: Path) -> float:
    """Mean difference in log odds between the file and PyTorch, over batches of one turn each."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    differences: list[float] = []
    for batch in examples:
        length = int(batch.there.sum())
        tokens, before = batch.tokens[:, :length], batch.before[:, :length]
        with torch.no_grad():
            signs, _ = reader(tokens, before, torch.ones_like(tokens))
        (told, _) = session.run(None, {"tokens": tokens.numpy(), "before": before.numpy()})
        differences.append(float((signs - torch.from_numpy(told)).abs().mean()))
    return sum(differences) / len(differences)
