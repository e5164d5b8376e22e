/// Verdicts on printed values and on expectations.
///
/// Generated with Python 3.11's fractions and the rules of the language page, seed 67:
/// each line has the statements, then what must come of them.
enum CheckVariants {
  static let table = #"""
    x = -4⏎y = 24/7⏎z = x*y + x⏎published z = -17.7143 from "key" ¦ z = -124/7 ¦ verdicts agrees after rounding
    x = 2⏎y = -1.25⏎z = x*y + x⏎published z = -0.5000 from "key" ¦ z = -1/2 ¦ verdicts agrees
    x = -3⏎y = -5⏎z = x*y + x⏎published z = 12.0000 from "key" ¦ z = 12 ¦ verdicts agrees
    x = 4⏎y = -3.3⏎z = x*y + x⏎published z = -9.20 from "key" ¦ z = -46/5 ¦ verdicts agrees
    x = 3⏎y = 1.2⏎z = x*y + x⏎published z = 6.60 from "key" ¦ z = 33/5 ¦ verdicts agrees
    x = -1/3⏎y = -3⏎z = x*y + x⏎published z = 0.667 from "key" ¦ z = 2/3 ¦ verdicts agrees after rounding
    x = 2⏎y = -3.2⏎z = x*y + x⏎published z = -4.4 from "key" ¦ z = -22/5 ¦ verdicts agrees
    x = 3⏎y = 2⏎z = x*y + x⏎published z = 9.000 from "key" ¦ z = 9 ¦ verdicts agrees
    x = -3⏎y = 4.4⏎z = x*y + x⏎published z = -16.2 from "key" ¦ z = -81/5 ¦ verdicts agrees
    x = -4⏎y = -27/7⏎z = x*y + x⏎published z = 11.4286 from "key" ¦ z = 80/7 ¦ verdicts agrees after rounding
    v = [-2, -1]⏎published v = [-2, -1] from "a"⏎published v = (-2.000, -1.000) from "b"⏎published v = [-1, -1] from "c" ¦ verdicts agrees, agrees, disagrees
    v = [0, 2]⏎published v = [0, 2] from "a"⏎published v = (0.0, 2.0) from "b"⏎published v = [2, 2] from "c" ¦ verdicts agrees, agrees, disagrees
    symbols x⏎f = tanh(2*x)⏎published f = 2*sigmoid(4*x) - 1 from "key"⏎published f = 2*sigmoid(4*x) - 1 + x/7 from "other" ¦ verdicts agrees, disagrees
    symbols x⏎f = derive(x^3 + 2*x, wrt: x)⏎published f = 3*x^2 + 2 from "key"⏎published f = 3*x^2 + 2 + x/7 from "other" ¦ verdicts agrees, disagrees
    published mae([-1, -3], [0, -2.5]) = 1.5 from "key" ¦ verdicts agrees under another convention
    published params(input(steps: 7, features: 2) |> rnn(16)) = 320 from "key" ¦ verdicts agrees under another convention
    published updates(samples: 41, batch: 11) = 3 from "key" ¦ verdicts agrees under another convention
    published mse([1, 3, 3], [1.5, 6, 5]) = 13.25 from "key" ¦ verdicts agrees under another convention
    published params(input(steps: 6, features: 7) |> gru(4)) = 156 from "key" ¦ verdicts agrees under another convention
    published shape(input(1, 37, 37) |> maxpool(2, stride: 2)) = [1, 19, 19] from "key" ¦ verdicts agrees under another convention
    published svm_loss([[1, 2, -2], [-1, -0.5, 1], [1, -2, -1]], [3, 1, 2]) = 19.5 from "key" ¦ verdicts agrees under another convention
    published params(input(steps: 6, features: 3) |> lstm(15)) = 1200 from "key" ¦ verdicts agrees under another convention
    published params(input(15) |> dense(4)) = 60 from "key" ¦ verdicts agrees under another convention
    published svm_loss([[-0.5, -1.5, 2], [1, 0, 0.5], [1, 1, 1]], [2, 3, 3]) = 115/12 from "key" ¦ verdicts agrees under another convention
    x = 8⏎y = 3⏎u = x*y⏎v = u + 2⏎w = 2*v^2⏎published u = 23 from "k"⏎published v = 25 from "k"⏎published w = 1250 from "k"⏎published v = 26 from "k" ¦ verdicts disagrees, follows from an earlier slip, follows from an earlier slip, agrees
    x = -4⏎y = 24/7⏎z = x*y + x⏎published z = -124/7 from "key" ¦ z = -124/7 ¦ verdicts agrees
    a = -1/9⏎expect a ~= -0.1110⏎expect [a, 2*a] == [-1/9, -2/9]⏎expect a ~= -0.1111⏎expect a ~= (-10081/90000) within 0.001⏎expect a > -10/9 and a < 8/9⏎expect -10/9 < a < 8/9 ¦ verdicts failed, passed, passed, passed, passed, passed
    a = 21/11⏎expect a > 10/11 and a < 32/11⏎expect a <= 21/11⏎expect a ≈ 1.908⏎expect 10/11 < a < 32/11⏎expect a == 21/11⏎expect [a, 2*a] == [21/11, 42/11] ¦ verdicts passed, passed, failed, passed, passed, passed
    a = 28/11⏎expect [a, a] ≈ [2.545, 2.545]⏎expect not a == 28/11⏎expect a != 28/11⏎expect a <= 28/11⏎expect a ~= 2.544⏎expect a ~= (28121/11000) within 0.01 ¦ verdicts passed, failed, failed, passed, failed, failed
    a = 32/11⏎expect [a, a] ≈ [2.9, 2.8]⏎expect a != 32/11⏎expect [a, 2*a] == [32/11, 64/11]⏎expect a > 21/11 and a < 43/11⏎expect a == 32/11⏎expect a ~= 2.9 ¦ verdicts failed, failed, passed, passed, passed, passed
    a = -18/7⏎expect a ≈ -2.5⏎expect a ≈ (-180077/70000) within 0.001⏎expect a <= -18/7⏎expect a ≈ -2.6⏎expect -25/7 < a < -11/7⏎expect not a == -18/7 ¦ verdicts failed, failed, passed, passed, passed, failed
    a = 23/13⏎expect [a, a] ≈ [1.7692, 1.7692]⏎expect 10/13 < a < 36/13⏎expect [a, a] ≈ [1.7692, 1.7693]⏎expect a != 23/13⏎expect a ~= (230143/130000) within 0.001⏎expect a ~= (229883/130000) within 0.001 ¦ verdicts passed, passed, failed, failed, failed, passed
    a = 26/9⏎expect 17/9 < a < 35/9⏎expect a < 26/9⏎expect a > 17/9 and a < 35/9⏎expect a != 26/9⏎expect a ~= (25919/9000) within 0.01⏎expect [a, a] ≈ [2.8889, 2.8889] ¦ verdicts passed, failed, passed, failed, passed, passed
    a = 1/3⏎expect a <= 1/3⏎expect a ~= 0.3332⏎expect a < 1/3⏎expect a ~= 0.3333⏎expect [a, a] ≈ [0.3333, 0.3332]⏎expect a ~= (1033/3000) within 0.01 ¦ verdicts passed, failed, failed, passed, failed, failed
    a = -6/7⏎expect a != -6/7⏎expect a ~= -0.8571⏎expect not a == -6/7⏎expect a > -13/7 and a < 1/7⏎expect a == -6/7⏎expect a ~= -0.8570 ¦ verdicts failed, passed, failed, passed, passed, failed
    a = 4/3⏎expect a > 1/3 and a < 7/3⏎expect [a, a] ≈ [1.3333, 1.3333]⏎expect a != 4/3⏎expect not a == 4/3⏎expect a ≈ 1.3334⏎expect [a, 2*a] == [4/3, 8/3] ¦ verdicts passed, passed, failed, failed, failed, passed
    a = 13/7⏎expect a ≈ (1223/700) within 0.1⏎expect a ≈ 2.0⏎expect 6/7 < a < 20/7⏎expect a ≈ (13/7) within 0.1⏎expect not a == 13/7⏎expect [a, a] ≈ [1.9, 2.0] ¦ verdicts failed, failed, passed, passed, failed, failed
    a = -10/9⏎expect a > -19/9 and a < -1/9⏎expect a < -10/9⏎expect a ≈ (-1099/900) within 0.1⏎expect a != -10/9⏎expect a <= -10/9⏎expect a ≈ -1.111 ¦ verdicts passed, failed, failed, failed, passed, passed
    a = 8/3⏎expect a != 8/3⏎expect a > 5/3 and a < 11/3⏎expect [a, 2*a] == [8/3, 16/3]⏎expect 5/3 < a < 11/3⏎expect a ≈ (8/3) within 0.01⏎expect a ≈ 2.67 ¦ verdicts failed, passed, passed, passed, passed, passed
    a = -20/7⏎expect [a, a] ≈ [-2.86, -2.86]⏎expect a > -27/7 and a < -13/7⏎expect [a, 2*a] == [-20/7, -40/7]⏎expect a <= -20/7⏎expect a ~= -2.85⏎expect a ~= (-2077/700) within 0.1 ¦ verdicts passed, passed, passed, passed, failed, failed
    a = 1⏎expect a ≈ (1.0011) within 0.001⏎expect [a, a] ≈ [1.0, 1.1]⏎expect not a == 1⏎expect a ≈ 1.1⏎expect [a, a] ≈ [1.0, 1.0]⏎expect a ≈ (1.0009) within 0.001 ¦ verdicts failed, failed, failed, failed, passed, passed
    a = 28/11⏎expect [a, 2*a] == [28/11, 56/11]⏎expect a ≈ 2.545⏎expect a ≈ (2921/1100) within 0.1⏎expect a ≈ (2899/1100) within 0.1⏎expect [a, a] ≈ [2.545, 2.546]⏎expect a ≈ 2.546 ¦ verdicts passed, passed, failed, passed, failed, failed
    a = 5/3⏎expect a != 5/3⏎expect [a, 2*a] == [5/3, 10/3]⏎expect a <= 5/3⏎expect a ~= (4967/3000) within 0.01⏎expect a == 5/3⏎expect 2/3 < a < 8/3 ¦ verdicts failed, passed, passed, failed, passed, passed
    a = 7/3⏎expect a > 4/3 and a < 10/3⏎expect 4/3 < a < 10/3⏎expect a ~= (673/300) within 0.1⏎expect a ~= 2.333⏎expect [a, 2*a] == [7/3, 14/3]⏎expect [a, a] ≈ [2.333, 2.333] ¦ verdicts passed, passed, passed, passed, passed, passed
    a = 1/3⏎expect a <= 1/3⏎expect [a, a] ≈ [0.3333, 0.3333]⏎expect a ~= 0.3333⏎expect [a, 2*a] == [1/3, 2/3]⏎expect not a == 1/3⏎expect a != 1/3 ¦ verdicts passed, passed, passed, passed, failed, failed
    a = -7/3⏎expect a != -7/3⏎expect a ≈ (-727/300) within 0.1⏎expect [a, a] ≈ [-2.3, -2.3]⏎expect a ≈ -2.2⏎expect a > -10/3 and a < -4/3⏎expect -10/3 < a < -4/3 ¦ verdicts failed, passed, passed, failed, passed, passed
    a = -32/11⏎expect [a, a] ≈ [-2.9091, -2.9091]⏎expect a > -43/11 and a < -21/11⏎expect [a, a] ≈ [-2.9091, -2.9090]⏎expect a ~= (-319879/110000) within 0.001⏎expect a ~= -2.9091⏎expect [a, 2*a] == [-32/11, -64/11] ¦ verdicts passed, passed, failed, failed, passed, passed
    a = 10/13⏎expect a > -3/13 and a < 23/13⏎expect not a == 10/13⏎expect [a, a] ≈ [0.8, 0.7]⏎expect a ~= (9857/13000) within 0.01⏎expect a <= 10/13⏎expect a != 10/13 ¦ verdicts passed, failed, failed, failed, passed, failed
    a = -4/13⏎expect a == -4/13⏎expect [a, 2*a] == [-4/13, -8/13]⏎expect a > -17/13 and a < 9/13⏎expect not a == -4/13⏎expect a ~= (-3857/13000) within 0.01⏎expect [a, a] ≈ [-0.31, -0.30] ¦ verdicts passed, passed, passed, failed, failed, failed
    a = 2/3⏎expect [a, 2*a] == [2/3, 4/3]⏎expect -1/3 < a < 5/3⏎expect a ≈ 0.7⏎expect a > -1/3 and a < 5/3⏎expect a != 2/3⏎expect [a, a] ≈ [0.7, 0.6] ¦ verdicts passed, passed, passed, passed, failed, failed
    a = 7/3⏎expect a ~= (6973/3000) within 0.01⏎expect [a, a] ≈ [2.333, 2.334]⏎expect a ~= (6967/3000) within 0.01⏎expect a ~= 2.333⏎expect 4/3 < a < 10/3⏎expect a ~= 2.334 ¦ verdicts passed, failed, failed, passed, passed, failed
    a = -2⏎expect a ≈ (-2.009) within 0.01⏎expect a < -2⏎expect -3 < a < -1⏎expect a ≈ -2.0000⏎expect a > -3 and a < -1⏎expect [a, a] ≈ [-2.0000, -2.0000] ¦ verdicts passed, failed, passed, passed, passed, passed
    """#
}
