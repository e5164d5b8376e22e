/// Derivatives, gradients, Hessians and expansions at points.
///
/// Generated with SymPy 1.14.0 on Python 3.11, seed 41:
/// each line has the statements, then what must come of them.
enum CalculusVariants {
  static let table = #"""
    symbols x⏎f = log(x^12 + 1)⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: -2)⏎d ¦ v = -24576/4097
    symbols x⏎f = x^2⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: -5)⏎d ¦ v = -10
    symbols x⏎f = cos(x)⏎d = derive(f, wrt: x, order: 3)⏎v = evaluate(d, x: -3)⏎d ¦ v ~ -0.1411200080598672
    symbols x⏎f = sin(tanh(x))⏎d = derive(f, wrt: x, order: 2)⏎v = evaluate(d, x: -3)⏎d ¦ v ~ 0.010771783781782108
    symbols x⏎f = x^2⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: -4)⏎d ¦ v = -8
    symbols x⏎f = x/10⏎d = derive(f, wrt: x, order: 3)⏎v = evaluate(d, x: 2)⏎d ¦ d ~ 0.0 ¦ v = 0
    symbols x⏎f = exp(exp(x/4)/4)⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: 2)⏎d ¦ v ~ 0.1556090659360341
    symbols x⏎f = sqrt(exp(x^2/2) + 1)⏎d = derive(f, wrt: x, order: 3)⏎v = evaluate(d, x: 5/4)⏎d ¦ v ~ 1.8951670176473425
    symbols x⏎f = tanh(x)⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: 6)⏎d ¦ v ~ 2.4576547405332702e-05
    symbols x⏎f = x^2*exp(-x^2/3) - (x^2 - 2)/(x^6 + 1)⏎d = derive(f, wrt: x, order: 2)⏎v = evaluate(d, x: 1/2)⏎d ¦ v ~ -3.5703489114645377
    symbols x⏎f = x^2⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: -3/2)⏎d ¦ v = -3
    symbols x⏎f = cos(x)⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: 1)⏎d ¦ v ~ -0.8414709848078965
    symbols x⏎f = x^3⏎d = derive(f, wrt: x, order: 2)⏎v = evaluate(d, x: -6)⏎d ¦ v = -36
    symbols x⏎f = exp(-exp(x/2)/3)⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: -2)⏎d ¦ v ~ -0.05423732526002642
    symbols x⏎f = cos(x)⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: 2)⏎d ¦ v ~ -0.9092974268256817
    symbols x⏎f = exp(x/4 + 1/4) + sin(x)⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: 6)⏎d ¦ v ~ 2.3988209556517988
    symbols x⏎f = sin(x^2) + 8*cos(x - 3)⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: 5/4)⏎d ¦ v ~ 7.892628154051141
    symbols x⏎f = -x^3 + x + 4⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: 0)⏎d ¦ v = 1
    symbols x⏎f = sqrt(x^2 + 1)⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: -1)⏎d ¦ v ~ -0.7071067811865476
    symbols x⏎f = exp(x/4) + 5/(x^2 + 1)⏎d = derive(f, wrt: x, order: 2)⏎v = evaluate(d, x: 1)⏎d ¦ v ~ 2.5802515885429838
    symbols x⏎f = x^3*exp(x/4)⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: 2)⏎d ¦ v ~ 23.082097789801793
    symbols x⏎f = sqrt((x + 3)^2 + 1)⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: -3/2)⏎d ¦ v ~ 0.8320502943378437
    symbols x⏎f = cos(sqrt(x^2 + 4))⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: 5)⏎d ¦ v ~ 0.7261568836197059
    symbols x⏎f = exp(x^2/4)⏎d = derive(f, wrt: x, order: 3)⏎v = evaluate(d, x: -1)⏎d ¦ v ~ -1.1235222396017739
    symbols x⏎f = sqrt(x^4 + 1)⏎d = derive(f, wrt: x, order: 2)⏎v = evaluate(d, x: -6)⏎d ¦ v ~ 2.002311692255792
    symbols x⏎f = -sin(sin(x)) + tanh(x^2)⏎d = derive(f, wrt: x)⏎v = evaluate(d, x: -3/2)⏎d ¦ v ~ -0.16876321643794406
    symbols x, y, z⏎f = -x^3*y^3*z^3 + x*y + 4*y^2*z^3 + sqrt(x^2*y^2 + 1)⏎g = gradient(f, wrt: [x, y, z])⏎G = gradient(f, wrt: [x, y, z], at: (-2, 1, 4))⏎H = hessian(f, wrt: [x, y, z])⏎K = hessian(f, wrt: [x, y, z], at: (-2, 1, 4))⏎g⏎H ¦ G ~ -767.8944271909999 2047.7888543819997 576.0 ¦ K ~ 768.0894427191 -2304.0733126292 -576.0 -2304.0733126292 3584.3577708764 1536.0 -576.0 1536.0 288.0
    symbols x, y, z⏎f = -x*y*z^3 - 3⏎g = gradient(f, wrt: [x, y, z])⏎G = gradient(f, wrt: [x, y, z], at: (-1, 3, -5))⏎H = hessian(f, wrt: [x, y, z])⏎K = hessian(f, wrt: [x, y, z], at: (-1, 3, -5))⏎g⏎H ¦ G = 375 -125 225 ¦ K = 0 125 -225 125 0 75 -225 75 -90
    symbols x, y, z⏎f = 3*x^2*y^2*z - x*y^3 - 3*y + 3*z⏎g = gradient(f, wrt: [x, y, z])⏎G = gradient(f, wrt: [x, y, z], at: (1, 4/3, 4))⏎H = hessian(f, wrt: [x, y, z])⏎K = hessian(f, wrt: [x, y, z], at: (1, 4/3, 4))⏎g⏎H ¦ G = 1088/27 71/3 25/3 ¦ K = 128/3 176/3 32/3 176/3 16 8 32/3 8 0
    symbols x, y⏎f = 4*x^3 + x*y + 2*x + sqrt(x^2*y^2 + 1)⏎g = gradient(f, wrt: [x, y])⏎G = gradient(f, wrt: [x, y], at: (1/3, -1))⏎H = hessian(f, wrt: [x, y])⏎K = hessian(f, wrt: [x, y], at: (1/3, -1))⏎g⏎H ¦ G ~ 2.649561099350171 0.22792407799438735 ¦ K ~ 8.853814968245462 0.39916724456800795 0.39916724456800795 0.09486832980505137
    symbols x, y, z⏎f = -3*x^3*y^3*z^2 - 2*x^3*y^2 - z + sqrt(x^2*y^2 + 1)⏎g = gradient(f, wrt: [x, y, z])⏎G = gradient(f, wrt: [x, y, z], at: (-2, -1/4, 4))⏎H = hessian(f, wrt: [x, y, z])⏎K = hessian(f, wrt: [x, y, z], at: (-2, -1/4, 4))⏎g⏎H ¦ G ~ 7.388196601125011 63.10557280900009 -4.0 ¦ K ~ -7.455278640450004 -95.19501552810007 4.5 -95.19501552810007 -541.1378329888003 36.0 4.5 36.0 -0.75
    symbols x, y⏎f = -4*x^3*y^3 - 2*x^2*y + 1/(1 + exp(-x*y))⏎g = gradient(f, wrt: [x, y])⏎G = gradient(f, wrt: [x, y], at: (-4/3, 6))⏎H = hessian(f, wrt: [x, y])⏎K = hessian(f, wrt: [x, y], at: (-4/3, 6))⏎g⏎H ¦ G ~ -4575.997988573976 1020.4439974608835 ¦ K ~ 6888.012060461763 -2298.66901153161 -2298.66901153161 341.333928911692
    symbols x, y, z⏎f = -x^2*y^2*z^2 + x^2*z^2⏎g = gradient(f, wrt: [x, y, z])⏎G = gradient(f, wrt: [x, y, z], at: (-1, 3/2, -2/3))⏎H = hessian(f, wrt: [x, y, z])⏎K = hessian(f, wrt: [x, y, z], at: (-1, 3/2, -2/3))⏎g⏎H ¦ G = 10/9 -4/3 5/3 ¦ K = -10/9 8/3 -10/3 8/3 -8/9 4 -10/3 4 -5/2
    symbols x, y⏎f = -x*y + 4*x + y^3 + 3⏎g = gradient(f, wrt: [x, y])⏎G = gradient(f, wrt: [x, y], at: (6, -1))⏎H = hessian(f, wrt: [x, y])⏎K = hessian(f, wrt: [x, y], at: (6, -1))⏎g⏎H ¦ G = 5 -3 ¦ K = 0 -1 -1 -6
    symbols x, y⏎f = -3*x^2*y^3 - 4*x^2*y + 4*x*y^2⏎g = gradient(f, wrt: [x, y])⏎G = gradient(f, wrt: [x, y], at: (5/2, 1))⏎H = hessian(f, wrt: [x, y])⏎K = hessian(f, wrt: [x, y], at: (5/2, 1))⏎g⏎H ¦ G = -31 -245/4 ¦ K = -14 -57 -57 -185/2
    symbols x, y⏎f = 4*x^3*y - 2*x*y^3 - 4*x*y⏎g = gradient(f, wrt: [x, y])⏎G = gradient(f, wrt: [x, y], at: (-1/2, 1))⏎H = hessian(f, wrt: [x, y])⏎K = hessian(f, wrt: [x, y], at: (-1/2, 1))⏎g⏎H ¦ G = -3 9/2 ¦ K = -12 -7 -7 6
    symbols x, y⏎f = 2*x^3*y^2 - 4*x^2*y - y⏎g = gradient(f, wrt: [x, y])⏎G = gradient(f, wrt: [x, y], at: (-1, -1))⏎H = hessian(f, wrt: [x, y])⏎K = hessian(f, wrt: [x, y], at: (-1, -1))⏎g⏎H ¦ G = -2 -1 ¦ K = -4 -4 -4 -4
    symbols x, y⏎f = 3*x^2*y + 2*x*y⏎g = gradient(f, wrt: [x, y])⏎G = gradient(f, wrt: [x, y], at: (2, -5))⏎H = hessian(f, wrt: [x, y])⏎K = hessian(f, wrt: [x, y], at: (2, -5))⏎g⏎H ¦ G = -70 16 ¦ K = -30 14 14 0
    symbols x, y, z⏎f = x^3*z + 4*x*y^3*z^2 + 2*x*z^2 + x/(y^2 + 1)⏎g = gradient(f, wrt: [x, y, z])⏎G = gradient(f, wrt: [x, y, z], at: (3, 4, -1/3))⏎H = hessian(f, wrt: [x, y, z])⏎K = hessian(f, wrt: [x, y, z], at: (3, 4, -1/3))⏎g⏎H ¦ G ~ 19.725490196078432 63.916955017301035 -489.0 ¦ K ~ -6.0 21.30565167243368 -145.0 21.30565167243368 32.05739873804193 -384.0 -145.0 -384.0 1548.0
    symbols x, y, z⏎f = -x^2*y*z + x*y^3*z^3 - y^3*z^2⏎g = gradient(f, wrt: [x, y, z])⏎G = gradient(f, wrt: [x, y, z], at: (-1, -4, -5/4))⏎H = hessian(f, wrt: [x, y, z])⏎K = hessian(f, wrt: [x, y, z], at: (-1, -4, -5/4))⏎g⏎H ¦ G = 135 20 144 ¦ K = -10 -385/4 -308 -385/4 -75/8 -106 -308 -106 -352
    symbols x, y⏎f = -4*x^3*y - 4*x^2 + 4*x*y^3 + x/(y^2 + 1)⏎g = gradient(f, wrt: [x, y])⏎G = gradient(f, wrt: [x, y], at: (-3, 3/2))⏎H = hessian(f, wrt: [x, y])⏎K = hessian(f, wrt: [x, y], at: (-3, 3/2))⏎g⏎H ¦ G ~ -124.1923076923077 27.85207100591716 ¦ K ~ 100.0 -81.28402366863905 -81.28402366863905 -109.00500682749204
    symbols x, y⏎f = -x^3 + 4*x^2*y^3 + y^3 + log(x^2 + y^2 + 1) - 3⏎g = gradient(f, wrt: [x, y])⏎G = gradient(f, wrt: [x, y], at: (-6, -6))⏎H = hessian(f, wrt: [x, y])⏎K = hessian(f, wrt: [x, y], at: (-6, -6))⏎g⏎H ¦ G ~ 10259.835616438357 15659.835616438357 ¦ K ~ -1691.9996246950648 -5184.027021955339 -5184.027021955339 -5219.999624695065
    symbols x⏎T = taylor(exp(x), x, at: 0, order: 3)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 1.533527696793003
    symbols x⏎T = taylor(cos(x), x, at: 0, order: 2)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 0.9081632653061225
    symbols x⏎T = taylor(1/(1 - x), x, at: 0, order: 1)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 1.4285714285714286
    symbols x⏎T = taylor(1/(1 + exp(-x)), x, at: 0, order: 2)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 0.6071428571428571
    symbols x⏎T = taylor(exp(-x^2), x, at: 0, order: 3)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 0.8163265306122449
    symbols x⏎T = taylor(x^4 - 3*x + 1, x, at: 0, order: 5)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ -0.2519783423573511
    symbols x⏎T = taylor(1/(x^2 + 1), x, at: 0, order: 2)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 0.8163265306122449
    symbols x⏎T = taylor(exp(x), x, at: 0, order: 3)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 1.533527696793003
    symbols x⏎T = taylor(cos(x), x, at: 1, order: 1)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 1.021142868615509
    symbols x⏎T = taylor(1/(1 - x), x, at: 1/2, order: 2)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 1.7551020408163265
    symbols x⏎T = taylor(1/(1 + exp(-x)), x, at: 0, order: 5)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 0.6055330368298923
    symbols x⏎T = taylor(exp(-x^2), x, at: -1/2, order: 5)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 0.8544121755689785
    symbols x⏎T = taylor(x^4 - 3*x + 1, x, at: 0, order: 5)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ -0.2519783423573511
    symbols x⏎T = taylor(1/(x^2 + 1), x, at: 1/2, order: 2)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 0.8450612244897959
    symbols x⏎T = taylor(exp(x), x, at: 2, order: 3)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 0.12207381310186691
    symbols x⏎f = factor(x^2 + 3*x - 10)⏎g = expand((x - 2)*(x + 5))⏎z = solve(x^2 + 3*x - 10 == 0, for: x)⏎f ¦ z roots -5.0 2.0
    symbols x⏎v = integrate(3*x^3 - x^2 - 2*x - 3, x in -4...-3)⏎v ¦ v = -1675/12
    symbols x⏎f = factor(3*x^2 - 9*x)⏎g = expand(x*(3*x - 9))⏎z = solve(3*x^2 - 9*x == 0, for: x)⏎f ¦ z roots 0.0 3.0
    symbols x⏎v = integrate(x^3 + x^2 + 4*x + 4, x in -3...0)⏎v ¦ v = -69/4
    symbols x⏎f = factor(2*x^2 - 4*x - 30)⏎g = expand((x - 5)*(2*x + 6))⏎z = solve(2*x^2 - 4*x - 30 == 0, for: x)⏎f ¦ z roots -3.0 5.0
    symbols x⏎v = integrate(4*x^3 + 3*x^2 - 4*x - 3, x in -3...1)⏎v ¦ v = -48
    symbols x⏎f = factor(3*x^2 + 3*x - 18)⏎g = expand((x - 2)*(3*x + 9))⏎z = solve(3*x^2 + 3*x - 18 == 0, for: x)⏎f ¦ z roots -3.0 2.0
    symbols x⏎v = integrate(x^2 - x + 4, x in -3...4)⏎v ¦ v = 329/6
    symbols x⏎f = factor(2*x^2 + 12*x + 16)⏎g = expand((x + 4)*(2*x + 4))⏎z = solve(2*x^2 + 12*x + 16 == 0, for: x)⏎f ¦ z roots -4.0 -2.0
    symbols x⏎v = integrate(4*x^3 - 4*x^2 + 4*x - 1, x in -4...-1)⏎v ¦ v = -372
    symbols x⏎T = taylor(sin(x), x, at: 0, order: 1)⏎v = evaluate(T, x: 3/7)⏎T ¦ v ~ 0.42857142857142855
    """#
}
