import Workings

/// The built-ins that draw.
enum FigureCalls {
  static let all: [BuiltIn] =
    [PlotCall.builtIn, ScatterCall.builtIn, TableCall.builtIn] + PlaneCalls.all
}
