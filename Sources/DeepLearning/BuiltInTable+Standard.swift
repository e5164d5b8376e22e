public import Workings

extension BuiltInTable {
  /// The language's built-ins, one entry each.
  public static let standard = BuiltInTable(
    Operations.all + Losses.all + Activations.all + [MulticlassHinge.builtIn] + Information.all
      + Combinatorics.all
      + Calculus.all + Calculus.optima + Calculus.points + Spectra.all
      + [Backprop.builtIn, GraphCall.builtIn, Solve.builtIn]
      + Networks.all + TensorCalls.all + Normalization.all + Initialisation.all
      + UnrolledCells.all + [Perceptron.builtIn] + Optimizers.all
      + [
        Updates.builtIn, Training.builtIn, PolynomialFit.builtIn, SampleCall.builtIn,
        SamplesCall.builtIn,
      ]
      + Confusion.all + Schedules.all
      + FigureCalls.all + [Pseudocode.builtIn, TrainingLoop.builtIn])
}
