/// Equations, extrema, critical points and matrices.
///
/// Generated with SymPy 1.14.0 on Python 3.11, seed 41:
/// each line has the statements, then what must come of them.
enum AlgebraVariants {
  static let table = #"""
    symbols x⏎s = solve(-4*x + (-4) == 3/2, for: x)⏎s ¦ s = -11/8
    symbols x, y⏎s = solve([2*x - y == 3, -4*x + y == 5], for: [x, y])⏎s⏎check_1 = s.x⏎check_2 = s.y ¦ check_1 = -4 ¦ check_2 = -11
    symbols x⏎s = solve(x^4 == 16, for: x)⏎s ¦ s roots -2.0 2.0
    symbols x, y, z⏎s = solve([4*x - y + 5*z == -4, 5*x - 3*y + 5*z == -6, -3*y + 3*z == -4], for: [x, y, z])⏎s⏎check_1 = s.x⏎check_2 = s.y⏎check_3 = s.z ¦ check_1 = -2/9 ¦ check_2 = 8/9 ¦ check_3 = -4/9
    symbols x⏎s = solve(2*x^2 - 14*x - 36 == 0, for: x, integer: true)⏎s ¦ s roots -2.0 9.0
    symbols x⏎s = solve(-2*x^3 + 5*x^2 - 3*x + 3 == 0, for: x)⏎s ¦ s roots 2.1263235526758737
    symbols x⏎s = solve(4*x + (2) == 0, for: x)⏎s ¦ s = -1/2
    symbols x, y⏎s = solve([2*x == -6, x - 2*y == -6], for: [x, y])⏎s⏎check_1 = s.x⏎check_2 = s.y ¦ check_1 = -3 ¦ check_2 = 3/2
    symbols x⏎s = solve(2^x == 32, for: x)⏎s ¦ s roots 5.0
    symbols x⏎s = solve(-2*x^2 - 6*x + 1 == 0, for: x)⏎s ¦ s roots -3.1583123951777 0.15831239517769993
    symbols x, y, z⏎s = solve([-2*x + y + 3*z == 8, -x + 3*y - z == 4, -4*x - 4*y - 5*z == 7], for: [x, y, z])⏎s⏎check_1 = s.x⏎check_2 = s.y⏎check_3 = s.z ¦ check_1 = -50/17 ¦ check_2 = 9/17 ¦ check_3 = 9/17
    symbols x⏎s = solve(2*x^2 - 7*x - 72 == 0, for: x, positive: true)⏎s ¦ s roots 8.0
    symbols x⏎s = solve(x^3 - 5*x^2 - 4*x + 1 == 0, for: x)⏎s ¦ s roots -0.8752770787884323 0.2013591622947923 5.6739179164936395
    symbols x⏎s = solve(1*x + (1) == -3, for: x)⏎s ¦ s = -4
    symbols x, y⏎s = solve([5*y == -1, 2*x - 4*y == 6], for: [x, y])⏎s⏎check_1 = s.x⏎check_2 = s.y ¦ check_1 = 13/5 ¦ check_2 = -1/5
    symbols x⏎s = solve(abs(x) == 3, for: x)⏎s ¦ s roots -3.0 3.0
    symbols x, y, z⏎s = solve([-3*x + 4*y - 5*z == -8, -x + 3*y - z == 9, -4*y - 4*z == 4], for: [x, y, z])⏎s⏎check_1 = s.x⏎check_2 = s.y⏎check_3 = s.z ¦ check_1 = 124/3 ¦ check_2 = 37/3 ¦ check_3 = -40/3
    symbols x⏎s = solve(2*x^2 - 6*x - 56 == 0, for: x, positive: true)⏎s ¦ s roots 7.0
    symbols x⏎s = solve(-2*x^3 + 4*x^2 - x - 2 == 0, for: x)⏎s ¦ s roots -0.5369737680962301
    symbols x⏎s = solve(-4*x + (-2) == -1/4, for: x)⏎s ¦ s = -7/16
    symbols x, y⏎s = solve([5*x - 2*y == -2, 5*x - 4*y == 6], for: [x, y])⏎s⏎check_1 = s.x⏎check_2 = s.y ¦ check_1 = -2 ¦ check_2 = -4
    symbols x⏎s = solve(x^3 == 8, for: x)⏎s ¦ s roots 2.0
    symbols x⏎s = solve(2*x^2 + 7*x - 6 == 0, for: x)⏎s ¦ s roots -4.212214450449026 0.7122144504490262
    symbols x, y, z⏎s = solve([-4*x - 2*y + 3*z == 6, 4*x - 4*y - 4*z == 9, x - 2*y == -4], for: [x, y, z])⏎s⏎check_1 = s.x⏎check_2 = s.y⏎check_3 = s.z ¦ check_1 = -13/2 ¦ check_2 = -5/4 ¦ check_3 = -15/2
    symbols x⏎s = solve(2*x^2 - x - 15 == 0, for: x, integer: true)⏎s ¦ s roots 3.0
    symbols x⏎s = solve(3*x^3 - x^2 + 5*x - 5 == 0, for: x)⏎s ¦ s roots 0.8112673148452906
    symbols p⏎b = mle(likelihood: p^5*(1 - p)^5, for: p, over: 0...1)⏎b⏎check_1 = b.p⏎check_2 = b.value ¦ check_1 = 1/2 ¦ check_2 = 1/1024
    symbols p⏎b = map_estimate(likelihood: p^2*(1 - p)^6, prior: 3*p^1*(1 - p)^2, for: p, over: 0...1)⏎b⏎check_1 = b.p⏎check_2 = b.value ¦ check_1 = 3/11 ¦ check_2 = 1358954496/285311670611
    symbols x⏎b = maximize(x^2 + x, over: x in -3...4)⏎b⏎check_1 = b.x⏎check_2 = b.value ¦ check_1 = 4 ¦ check_2 = 20
    symbols x⏎b = minimize(-2*x^2 - 3*x - 2, over: x in -2...-1)⏎b⏎check_1 = b.x⏎check_2 = b.value ¦ check_1 = -2 ¦ check_2 = -4
    symbols p⏎b = mle(likelihood: p^2*(1 - p)^6, for: p, over: 0...1)⏎b⏎check_1 = b.p⏎check_2 = b.value ¦ check_1 = 1/4 ¦ check_2 = 729/65536
    symbols p⏎b = map_estimate(likelihood: (1 - p)^6, prior: 1*p^2*(1 - p)^2, for: p, over: 0...1)⏎b⏎check_1 = b.p⏎check_2 = b.value ¦ check_1 = 1/5 ¦ check_2 = 65536/9765625
    symbols x⏎b = minimize(-x^2 - 2*x + 4, over: x in 0...2)⏎b⏎check_1 = b.x⏎check_2 = b.value ¦ check_1 = 2 ¦ check_2 = -4
    symbols x⏎b = minimize(-x^3 + 2*x^2 - x - 4, over: x in -4...3)⏎b⏎check_1 = b.x⏎check_2 = b.value ¦ check_1 = 3 ¦ check_2 = -16
    symbols p⏎b = mle(likelihood: p^4*(1 - p)^6, for: p, over: 0...1)⏎b⏎check_1 = b.p⏎check_2 = b.value ¦ check_1 = 2/5 ¦ check_2 = 11664/9765625
    symbols p⏎b = map_estimate(likelihood: p^6*(1 - p)^1, prior: 2*p^3*(1 - p)^3, for: p, over: 0...1)⏎b⏎check_1 = b.p⏎check_2 = b.value ¦ check_1 = 9/13 ¦ check_2 = 198359290368/302875106592253
    symbols x⏎b = maximize(-x^3 + 2*x^2 + 2*x + 2, over: x in -3...3)⏎b⏎check_1 = b.x⏎check_2 = b.value ¦ check_1 = -3 ¦ check_2 = 41
    symbols x⏎b = minimize(-2*x^3 + x^2 - 2*x - 4, over: x in -3...1)⏎b⏎check_1 = b.x⏎check_2 = b.value ¦ check_1 = 1 ¦ check_2 = -7
    symbols p⏎b = mle(likelihood: p^6*(1 - p)^4, for: p, over: 0...1)⏎b⏎check_1 = b.p⏎check_2 = b.value ¦ check_1 = 3/5 ¦ check_2 = 11664/9765625
    symbols p⏎b = map_estimate(likelihood: p^2, prior: 4*p^2*(1 - p)^2, for: p, over: 0...1)⏎b⏎check_1 = b.p⏎check_2 = b.value ¦ check_1 = 2/3 ¦ check_2 = 64/729
    symbols x⏎b = minimize(-x^2 - 4*x - 3, over: x in -1...3)⏎b⏎check_1 = b.x⏎check_2 = b.value ¦ check_1 = 3 ¦ check_2 = -24
    symbols x⏎b = maximize(-6*x^2 + x - 2, over: x in -3...-1)⏎b⏎check_1 = b.x⏎check_2 = b.value ¦ check_1 = -1 ¦ check_2 = -9
    symbols p⏎b = mle(likelihood: p^3, for: p, over: 0...1)⏎b⏎check_1 = b.p⏎check_2 = b.value ¦ check_1 = 1 ¦ check_2 = 1
    symbols p⏎b = map_estimate(likelihood: p^4*(1 - p)^4, prior: 6*p^3*(1 - p)^3, for: p, over: 0...1)⏎b⏎check_1 = b.p⏎check_2 = b.value ¦ check_1 = 1/2 ¦ check_2 = 3/8192
    symbols x⏎b = minimize(-2*x^2 + 3*x + 4, over: x in -4...2)⏎b⏎check_1 = b.x⏎check_2 = b.value ¦ check_1 = -4 ¦ check_2 = -40
    symbols x⏎b = maximize(-6*x^2 + 3*x + 2, over: x in -4...3)⏎b⏎check_1 = b.x⏎check_2 = b.value ¦ check_1 = 1/4 ¦ check_2 = 19/8
    symbols p⏎b = mle(likelihood: p^4*(1 - p)^5, for: p, over: 0...1)⏎b⏎check_1 = b.p⏎check_2 = b.value ¦ check_1 = 4/9 ¦ check_2 = 800000/387420489
    symbols p⏎b = map_estimate(likelihood: p^6*(1 - p)^1, prior: 1*p^0*(1 - p)^3, for: p, over: 0...1)⏎b⏎check_1 = b.p⏎check_2 = b.value ¦ check_1 = 3/5 ¦ check_2 = 11664/9765625
    symbols x⏎b = maximize(-x^2 - x + 4, over: x in -4...4)⏎b⏎check_1 = b.x⏎check_2 = b.value ¦ check_1 = -1/2 ¦ check_2 = 17/4
    symbols x⏎b = minimize(2*x^3 - 4*x^2 - 2*x + 4, over: x in -4...-1)⏎b⏎check_1 = b.x⏎check_2 = b.value ¦ check_1 = -4 ¦ check_2 = -180
    symbols p⏎b = mle(likelihood: p^5*(1 - p)^5, for: p, over: 0...1)⏎b⏎check_1 = b.p⏎check_2 = b.value ¦ check_1 = 1/2 ¦ check_2 = 1/1024
    A = [[-1/4, 5, -6, 0], [0, 0, 4, 1/4], [5, -5/2, -1, -6], [-3, -4, -5/2, -4]]⏎B = [[-2, 3, -2, 1], [-1, -1, -3, -2], [2, -2, 0, 2], [3, 1, 3, 3]]⏎v = [-2, 0, -1, -1]⏎d = det(A)⏎t = trace(A)⏎r = rank(A)⏎P = A @ B⏎S = A + 2*B - A.T⏎q = dot(v, A @ v)⏎H = A*B⏎I = inverse(A)⏎u = inverse(A) @ v ¦ d = -45665/64 ¦ t = -21/4 ¦ r = 4 ¦ P = -33/2 25/4 -29/2 -89/4 35/4 -31/4 3/4 35/4 -55/2 27/2 -41/2 -10 -7 -4 6 -12 ¦ S = -4 11 -15 5 -7 -2 1/2 1/4 15 -21/2 0 1/2 3 -9/4 19/2 6 ¦ q = -45/2 ¦ H = 1/2 15 12 0 0 0 -12 -1/2 10 5 0 -12 -9 -4 -15/2 -12 ¦ I = -724/9133 -8896/45665 4536/45665 -1472/9133 1896/9133 14416/45665 534/45665 20/9133 88/9133 12384/45665 256/45665 78/9133 -1408/9133 -15484/45665 -4096/45665 -1248/9133 ¦ u = 10064/45665 -19594/45665 -1526/45665 24416/45665
    A = [[-2, 1], [2, -3]]⏎B = [[-3, -2], [0, -2]]⏎v = [-1, 3]⏎d = det(A)⏎t = trace(A)⏎r = rank(A)⏎P = A @ B⏎S = A + 2*B - A.T⏎q = dot(v, A @ v)⏎H = A*B⏎I = inverse(A)⏎u = inverse(A) @ v ¦ d = 4 ¦ t = -5 ¦ r = 2 ¦ P = 6 2 -6 2 ¦ S = -6 -5 1 -4 ¦ q = -38 ¦ H = 6 -2 0 6 ¦ I = -3/4 -1/4 -1/2 -1/2 ¦ u = 0 -1
    A = [[4]]⏎B = [[3]]⏎v = [2]⏎d = det(A)⏎t = trace(A)⏎r = rank(A)⏎P = A @ B⏎S = A + 2*B - A.T⏎q = dot(v, A @ v)⏎H = A*B⏎I = inverse(A)⏎u = inverse(A) @ v ¦ d = 4 ¦ t = 4 ¦ r = 1 ¦ P = 12 ¦ S = 6 ¦ q = 16 ¦ H = 12 ¦ I = 1/4 ¦ u = 1/2
    A = [[-6]]⏎B = [[0]]⏎v = [1]⏎d = det(A)⏎t = trace(A)⏎r = rank(A)⏎P = A @ B⏎S = A + 2*B - A.T⏎q = dot(v, A @ v)⏎H = A*B⏎I = inverse(A)⏎u = inverse(A) @ v ¦ d = -6 ¦ t = -6 ¦ r = 1 ¦ P = 0 ¦ S = 0 ¦ q = -6 ¦ H = 0 ¦ I = -1/6 ¦ u = -1/6
    A = [[-1, -3, -2, -5], [4, 2, -4, 4], [-5, 5, -3, 5], [-3, -4, 1, 2]]⏎B = [[0, 1, -1, 2], [-2, -1, 2, 1], [-3, 3, 1, 2], [1, 1, 2, 3]]⏎v = [-1, -3, 2, 1]⏎d = det(A)⏎t = trace(A)⏎r = rank(A)⏎P = A @ B⏎S = A + 2*B - A.T⏎q = dot(v, A @ v)⏎H = A*B⏎I = inverse(A)⏎u = inverse(A) @ v ¦ d = -1510 ¦ t = 0 ¦ r = 4 ¦ P = 7 -9 -17 -24 12 -6 4 14 4 -14 22 4 7 6 0 -2 ¦ S = 0 -5 1 2 3 -2 -5 10 -9 15 2 8 4 -6 0 6 ¦ q = 38 ¦ H = 0 -3 2 -10 -8 -2 -8 4 15 15 -3 10 -3 -4 2 6 ¦ I = -7/151 64/755 -73/755 -33/755 -8/151 -91/1510 46/755 -124/755 -25/151 -19/151 -9/151 -2/151 -14/151 21/302 1/151 17/151 ¦ u = -336/755 289/1510 62/151 3/302
    A = [[0, -2], [-4, -1]]⏎B = [[3, -2], [0, -1]]⏎v = [-1, -2]⏎d = det(A)⏎t = trace(A)⏎r = rank(A)⏎P = A @ B⏎S = A + 2*B - A.T⏎q = dot(v, A @ v)⏎H = A*B⏎I = inverse(A)⏎u = inverse(A) @ v ¦ d = -8 ¦ t = -1 ¦ r = 2 ¦ P = 0 2 -12 9 ¦ S = 6 -2 -2 -2 ¦ q = -16 ¦ H = 0 4 0 1 ¦ I = 1/8 -1/4 -1/2 0 ¦ u = 3/8 1/2
    A = [[1/3]]⏎B = [[0]]⏎v = [3]⏎d = det(A)⏎t = trace(A)⏎r = rank(A)⏎P = A @ B⏎S = A + 2*B - A.T⏎q = dot(v, A @ v)⏎H = A*B⏎I = inverse(A)⏎u = inverse(A) @ v ¦ d = 1/3 ¦ t = 1/3 ¦ r = 1 ¦ P = 0 ¦ S = 0 ¦ q = 3 ¦ H = 0 ¦ I = 3 ¦ u = 9
    A = [[3, 3], [5, -5]]⏎B = [[0, 0], [-1, -2]]⏎v = [3, 3]⏎d = det(A)⏎t = trace(A)⏎r = rank(A)⏎P = A @ B⏎S = A + 2*B - A.T⏎q = dot(v, A @ v)⏎H = A*B⏎I = inverse(A)⏎u = inverse(A) @ v ¦ d = -30 ¦ t = -2 ¦ r = 2 ¦ P = -3 -6 5 10 ¦ S = 0 -2 0 -4 ¦ q = 54 ¦ H = 0 0 -5 10 ¦ I = 1/6 1/10 1/6 -1/10 ¦ u = 4/5 1/5
    A = [[2]]⏎B = [[-1]]⏎v = [3]⏎d = det(A)⏎t = trace(A)⏎r = rank(A)⏎P = A @ B⏎S = A + 2*B - A.T⏎q = dot(v, A @ v)⏎H = A*B⏎I = inverse(A)⏎u = inverse(A) @ v ¦ d = 2 ¦ t = 2 ¦ r = 1 ¦ P = -2 ¦ S = -2 ¦ q = 18 ¦ H = -2 ¦ I = 1/2 ¦ u = 3/2
    A = [[5]]⏎B = [[-1]]⏎v = [3]⏎d = det(A)⏎t = trace(A)⏎r = rank(A)⏎P = A @ B⏎S = A + 2*B - A.T⏎q = dot(v, A @ v)⏎H = A*B⏎I = inverse(A)⏎u = inverse(A) @ v ¦ d = 5 ¦ t = 5 ¦ r = 1 ¦ P = -5 ¦ S = -2 ¦ q = 45 ¦ H = -5 ¦ I = 1/5 ¦ u = 3/5
    L = cholesky([[16]])⏎L ¦ L = 4
    """#
}
