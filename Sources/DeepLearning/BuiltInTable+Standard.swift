public import Workings

extension BuiltInTable {
  /// The language's built-ins, one entry each.
  public static let standard = BuiltInTable(
    Operations.all + Losses.all + Activations.all + Calculus.all + Calculus.optima
      + Calculus.points + Spectra.all + [Backprop.builtIn, GraphCall.builtIn]
      + [Solve.builtIn, Perceptron.builtIn]
      + Optimizers.all + Networks.all + FigureCalls.all + TensorCalls.all
      + Information.all + Combinatorics.all + Initialisation.all
      + Confusion.all + Schedules.all
      + [
        Updates.builtIn, Training.builtIn, SampleCall.builtIn, Pseudocode.builtIn,
        TrainingLoop.builtIn,
        PolynomialFit.builtIn, MulticlassHinge.builtIn,
      ])
}
