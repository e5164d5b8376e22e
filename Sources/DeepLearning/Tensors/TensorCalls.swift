import Workings

/// Convolution and pooling by hand.
enum TensorCalls {
  static let all: [BuiltIn] = [Convolve.builtIn, ConvolveTranspose.builtIn, Pool.builtIn]
}
