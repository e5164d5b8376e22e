/// Losses under every reduction with their gradients.
///
/// Generated with PyTorch 1.13 (double precision) on Python 3.11: losses and autograd, seed 23:
/// each line has the statements, then what must come of them.
enum LossVariants {
  static let table = #"""
    z = [[1, 1, -3, -2.5], [-2, 2.7, 3.5, 2], [-4, 1.7, 1, -2.25]]⏎loss = softmax_cross_entropy(z, [[0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 1, 0]], reduction: "sum")⏎g = derive(loss, wrt: z)⏎loss⏎g ¦ loss ~ 7.852024483460733 ¦ g ~ 0.48815896658144686 0.48815896658144686 -0.9910590566477966 0.01474112348490271 0.0024376138159627934 0.26800874659533996 0.5964644347418954 -0.8669107951531982 0.002202472588142286 0.6582472581192799 -0.6731240853569751 0.012674354649552867
    p = [0.8, 0.94]⏎y = [1, 0]⏎loss = bce(p, y, weights: (0.6, 1.4))⏎g = derive(loss, wrt: p)⏎loss⏎g ¦ loss ~ 2.0363305671262877 ¦ g ~ -0.37499999999999994 11.666666666666655
    p = [0.88, 0.85, 0.19, 0.83]⏎y = [0, 0, 1, 0.25]⏎loss = bce(p, y, reduction: "mean")⏎g = derive(loss, wrt: p)⏎loss⏎g ¦ loss ~ 1.7634161884761006 ¦ g ~ 2.0833333333333335 1.6666666666666665 -1.3157894736842106 1.027639971651311
    z = [0.1, 0.25, 0.4, 0.25]⏎loss = cross_entropy(z, [0, 0.8, 0, 0.2], reduction: "mean")⏎g = derive(loss, wrt: z)⏎loss⏎g ¦ loss ~ 1.3862943611198906 ¦ g ~ -0.0 -3.2 -0.0 -0.8
    a = [0.75, 4, 0.6, 3]⏎y = [0.6, 4, -3, 1.1]⏎loss = sse(a, y, half: false)⏎g = derive(loss, wrt: a)⏎loss⏎g ¦ loss ~ 16.5925 ¦ g ~ 0.30000000000000004 0.0 7.2 3.8
    p = [[0.02]]⏎y = [[0.25]]⏎loss = bce(p, y, reduction: "mean")⏎g = derive(loss, wrt: p)⏎loss⏎g ¦ loss ~ 0.9931577818451761 ¦ g ~ -11.734693877551022
    s = hinge([-2, -3, -0.5, 0.25], [1, -1, -1, -1])⏎s ¦ s = 19/16
    a = [-1]⏎y = [-0.9]⏎loss = huber(a, y, delta: 3)⏎g = derive(loss, wrt: a)⏎loss⏎g ¦ loss ~ 0.0049999999999999975 ¦ g ~ -0.09999999999999998
    z = [[-2, -0.8, -3.3], [1, -5, 0]]⏎loss = softmax_cross_entropy(z, [2, 2], reduction: "mean")⏎g = derive(loss, wrt: z)⏎loss⏎g ¦ loss ~ 3.3197645402803437 ¦ g ~ 0.10886963731475147 -0.13854007477910335 0.029670437464351863 0.3648681070592076 -0.49909558238543084 0.13422747532622328
    p = 0.69⏎y = 1⏎loss = bce(p, y, weights: (0.4, 1.8))⏎g = derive(loss, wrt: p)⏎loss⏎g ¦ loss ~ 0.14842547255633284 ¦ g ~ -0.5797101449275364
    z = [3/17, 8/17, 1/17, 1/17, 4/17]⏎loss = cross_entropy(z, 2, reduction: "mean", first_label: 0)⏎g = derive(loss, wrt: z)⏎loss⏎g ¦ loss ~ 2.833213344056216 ¦ g ~ -0.0 -0.0 -17.0 -0.0 -0.0
    k = kl([1, 0], [0.6, 0.4], base: 10)⏎k ¦ k ~ 0.22184874961635637
    a = 1.25⏎y = -1⏎loss = mse(a, y, reduction: "mean")⏎g = derive(loss, wrt: a)⏎loss⏎g ¦ loss ~ 5.0625 ¦ g ~ 4.5
    s = hinge([-0.5, -2.3, -2], [1, 1, 1], reduction: "mean")⏎s ¦ s = 13/5
    a = [[-2.5, 3.4], [2, 4], [-3, 3]]⏎y = [[-1, 1.5], [0, 3], [-1, -4]]⏎loss = sse(a, y, half: false)⏎g = derive(loss, wrt: a)⏎loss⏎g ¦ loss ~ 63.86 ¦ g ~ -3.0 3.8 4.0 2.0 -4.0 14.0
    W = [2]⏎v = l2(W)⏎g = derive(v, wrt: W) ¦ v = 4 ¦ g ~ 4.0
    p = [0.02]⏎y = [0]⏎loss = bce(p, y, reduction: "sum")⏎g = derive(loss, wrt: p)⏎loss⏎g ¦ loss ~ 0.020202707317519466 ¦ g ~ 1.0204081632653061
    p = [0.49, 0.66]⏎y = [1, 1]⏎loss = bce(p, y, weights: (1.6, 1.6))⏎g = derive(loss, wrt: p)⏎loss⏎g ¦ loss ~ 0.9030922654713045 ¦ g ~ -1.6326530612244898 -1.2121212121212122
    a = [[2, -1.5, 3.75, 2.8], [-3.9, 3.3, 2.6, 0.5], [-3.5, -2.6, -4, 1], [-4, 0, 0, -4]]⏎y = [[4, 2, 0.5, -2], [-2, 4, -2, 3.4], [0.2, -3.75, 1.3, 2.5], [1.75, -4, 1.6, -1.4]]⏎loss = sse(a, y, half: true)⏎g = derive(loss, wrt: a)⏎loss⏎g ¦ loss ~ 93.62875000000001 ¦ g ~ -2.0 -3.5 3.25 4.8 -1.9 -0.7000000000000002 4.6 -2.9 -3.7 1.15 -5.3 -1.5 -5.75 4.0 -1.6 -2.6
    z = [-5, 4]⏎loss = softmax_cross_entropy(z, [0, 1], reduction: "mean")⏎g = derive(loss, wrt: z)⏎loss⏎g ¦ loss ~ 0.00012340218972333965 ¦ g ~ 0.0001233945759862317 -0.0001233945759863131
    a = -4⏎y = -4⏎loss = huber(a, y, reduction: "mean", delta: 3)⏎g = derive(loss, wrt: a)⏎loss⏎g ¦ loss ~ 0.0 ¦ g ~ 0.0
    a = [0, 3]⏎y = [-3.4, 0.6]⏎loss = sse(a, y, half: true)⏎g = derive(loss, wrt: a)⏎loss⏎g ¦ loss ~ 8.66 ¦ g ~ 3.4 2.4
    z = [[0.1, 0.1, 0.35, 0.35, 0.1]]⏎loss = cross_entropy(z, [[4/11, 2/11, 2/11, 2/11, 1/11]], reduction: "mean")⏎g = derive(loss, wrt: z)⏎loss⏎g ¦ loss ~ 1.847034922632094 ¦ g ~ -3.6363636363636362 -1.8181818181818181 -0.5194805194805195 -0.5194805194805195 -0.9090909090909091
    z = [[-2, 5, -3, -3], [0, 5, 1, -0.2], [-4, 1.4, -0.2, -2.75], [-4, -4.5, -2, 3]]⏎loss = softmax_cross_entropy(z, [3, 3, 0, 1], first_label: 0)⏎g = derive(loss, wrt: z)⏎loss⏎g ¦ loss ~ 6.585124329446962 ¦ g ~ 0.00022761022827565906 0.2496049235245585 8.373312358295395e-05 -0.24991626687641705 0.0016345192505983085 0.242584165595271 0.004443083977167878 -0.2486617688230372 -0.24907612010415428 0.2045529367422977 0.04129852567385092 0.003224657688005676 0.00022611568402890376 -0.24986285390499458 0.0016707814741376472 0.24796595674682803
    k = kl([0.75, 0.25], [3/7, 4/7], base: 2)⏎k ¦ k ~ 0.3073549220576041
    a = [-3.5, -1, 3.2]⏎y = [-1.9, -4, 2]⏎loss = sse(a, y, half: true)⏎g = derive(loss, wrt: a)⏎loss⏎g ¦ loss ~ 6.5 ¦ g ~ -1.6 3.0 1.2000000000000002
    """#
}
