/// Misspelt names and labels, shapes that do not fit: code, line and column.
///
/// Generated with the rules of the language page, seed 71:
/// each line has the statements, then what must come of them.
enum MistakeVariants {
  static let table = #"""
    a1 = 3; a2 = 4⏎y = 2 + sofmax([1, 2])⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 2:9
    y = [1, 2, invers(3)]⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 1:12
    y = 2 + factoral([1, 2])⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 1:9
    net = input(3, 8, 8)⏎  |> conv(4, 3)⏎  |> maxpol(2)⏎n = params(net)⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 3:6
    weight = 3⏎d = derive(weight^2, wrt: wieght)⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 2:27
    # a remark⏎w' = 3⏎f(t) = t*w''⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 3:10
    v = [1,⏎  2]⏎y = convolve([1, 2, 3], [1, 0], strid: 2)⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-label 3:33
    v = [1,⏎  2]⏎net = input(3, 9, 9) |> conv(4, 3, strides: 1)⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-label 3:36
    # a remark⏎net = input(3, 9, 9) |> conv(3)⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes missing-argument 2:25
    # a remark⏎y = binomial(4)⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes missing-argument 2:5
    θ = 1/2⏎⏎else = 3⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes keyword-as-name 3:1
    v = [1,⏎  2]⏎y = [1, 2, sofmax(3)]⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 3:12
    v = [1,⏎  2]⏎y = 2 + eigenvalus([1, 2])⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 3:9
    a1 = 3; a2 = 4⏎y = [1, 2, factoral(3)]⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 2:12
    net = input(3, 8, 8) |> flaten(2)⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 1:25
    a1 = 3; a2 = 4⏎learning_rate = 3⏎z = 2*lerning_rate + 1⏎q = z^2⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 3:7
    θ = 1/2⏎⏎w' = 3⏎d = derive(w'^2, wrt: w'')⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 4:23
    # a remark⏎y = pool([[1, 2], [3, 4]], 2, kin: "max")⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-label 2:31
    a1 = 3; a2 = 4⏎net = input(3, 9, 9) |> dense(4, biass: false)⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-label 2:34
    a1 = 3; a2 = 4⏎net = input(3, 9, 9) |> maxpool()⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes missing-argument 2:25
    v = [1,⏎  2]⏎in = 3⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes keyword-as-name 3:1
    v = [1,⏎  2]⏎y = 2 + sigmod([1, 2])⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 3:9
    # a remark⏎y = [1, 2, eigenvalus(3)]⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 2:12
    v = [1,⏎  2]⏎y = 2 + bacprop([1, 2])⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 3:9
    # a remark⏎net = input(3, 8, 8)⏎  |> conv(4, 3)⏎  |> flaten(2)⏎n = params(net)⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 4:6
    a1 = 3; a2 = 4⏎learning_rate = 3⏎f(t) = t*lerning_rate⏎ok = 7⏎use = 1 + 1 ¦ ok = 7 ¦ codes unknown-name 3:10
    """#
}
