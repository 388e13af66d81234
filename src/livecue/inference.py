"""Opening a network: the one way, for hearing and for markers."""

from pathlib import Path

import onnxruntime


def on_one_thread(path: Path) -> onnxruntime.InferenceSession:
    """A network on one thread of the processor, so that the other cores are left to the text.

    Args:
        path: the ONNX file; whoever gives it has checked it against the manifest.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
