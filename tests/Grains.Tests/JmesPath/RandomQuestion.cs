using System.Globalization;

namespace Aggregator.Tests.JmesPath;

/// <summary>
/// Expressions and documents at random, alike enough that one finds something in the other. Left out is what JmesPath.Net is known to do
/// otherwise, wherever it shows in more than the result: it keeps nulls in the projections of slices, filters and values, so no list
/// here holds a null; and it projects on through parentheses, so no path goes on after them.
/// </summary>
internal sealed class RandomQuestion(int seed)
{
    private static readonly string[] Names = ["a", "b", "c", "\"d\"", "list"];
    private static readonly string[] Texts = ["", "x", "y", "xy", "é", "1", "2.5", "Xy"];
    private static readonly string[] Literals =
    [
        "`1`", "`2`", "`0`", "`-1.5`", "`true`", "`false`", "`null`", "`[]`", "`[1, 2]`", "`{\"a\": 1}`", "'x'", "'xy'", "''", "`\"y\"`",
    ];

    private static readonly string[] OneArgument =
    [
        "abs", "avg", "ceil", "floor", "keys", "length", "max", "min", "not_null", "reverse", "sort", "sum", "to_array", "to_number",
        "to_string", "type", "values", "items", "from_items", "lower", "upper", "trim",
    ];

    private static readonly string[] TwoArguments =
    [
        "contains", "ends_with", "starts_with", "join", "merge", "not_null", "zip", "find_first", "split",
    ];

    private static readonly string[] Equalities = ["==", "!="];
    private static readonly string[] Orders = ["<", "<=", ">", ">="];
    private static readonly string[] Arithmetic = ["+", "-", "*", "/", "//", "%"];

    private readonly Random _random = new(seed);

    public string Document() => Value(4);

    public string Expression() => Expression(_random.Next(1, 5));

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];

    private string Value(int depth) => _random.Next(depth > 0 ? 9 : 5) switch
    {
        0 => "\"n\"",
        1 => _random.Next(2) == 0 ? "true" : "false",
        2 => _random.Next(-3, 9).ToString(CultureInfo.InvariantCulture),
        3 => (_random.Next(-20, 40) / 4m).ToString(CultureInfo.InvariantCulture),
        4 => $"\"{Pick(Texts)}\"",
        5 or 6 => $"[{string.Join(',', Many(() => Value(depth - 1)))}]",
        _ => $"{{{string.Join(',', SomeNames().Select(name => $"\"{name}\":{Value(depth - 1)}"))}}}",
    };

    private List<string> SomeNames() =>
        [.. Names.OrderBy(_ => _random.Next()).Take(_random.Next(5)).Select(static name => name.Trim('"'))];

    private List<string> Many(Func<string> one) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => one())];

    private string Expression(int depth)
    {
        if (depth <= 0)
        {
            return _random.Next(6) switch { 0 => "@", 1 => Pick(Literals), _ => Pick(Names) };
        }

        string Inner() => Expression(depth - 1 - _random.Next(2));
        return _random.Next(20) switch
        {
            0 or 1 or 2 => $"{Inner()}.{Pick(Names)}",
            3 => $"{Inner()}[{_random.Next(-2, 3)}]",
            4 => $"{Inner()}[{Pick(["", "1", "-1", "0"])}:{Pick(["", "2", "-1"])}{Pick(["", ":", ":2", ":-1"])}]",
            5 => $"{Inner()}[*]{Right(depth)}",
            6 => $"{Inner()}[]{Right(depth)}",
            7 => $"{Inner()}.*{Right(depth)}",
            8 => $"{Inner()}[?{Inner()}]{Right(depth)}",
            9 => $"{Inner()}[?{Comparison(Inner(), Inner())}]",
            10 => $"{Inner()} | {Inner()}",
            11 => $"{Inner()} || {Inner()}",
            12 => $"{Inner()} && {Inner()}",
            13 => $"!{Pick(Names)}",
            14 => $"({Inner()}) && {Inner()}",
            15 => $"[{NotNull(Inner())}, {NotNull(Inner())}]",
            16 => $"{{a: {NotNull(Inner())}, z: {NotNull(Inner())}}}",
            17 => Comparison(Inner(), Inner()),
            18 => Numbers(Inner(), Inner(), Pick(Arithmetic)),
            _ => Call(depth),
        };
    }

    private static string NotNull(string expression) => $"{expression} || `0`";

    private string Comparison(string one, string other) =>
        _random.Next(2) == 0 ? $"(({one}) {Pick(Equalities)} ({other}))" : Numbers(one, other, Pick(Orders));

    // Of what is no number we make an error of arithmetic and null of an order; the oracle makes null and whatever it sorts by.
    private static string Numbers(string one, string other, string operation) =>
        $"(type({one}) == 'number' && type({other}) == 'number' && ({one}) {operation} ({other}))";

    private string Right(int depth) => _random.Next(5) switch
    {
        0 => $".{Pick(Names)}",
        1 => $"[{_random.Next(-1, 2)}]",
        2 => $".[{NotNull(Expression(depth - 2))}, {NotNull(Pick(Names))}]",
        3 => $".{{a: {NotNull(Expression(depth - 2))}}}",
        _ => "",
    };

    private string Call(int depth) => _random.Next(4) switch
    {
        0 => $"{Pick(TwoArguments)}({Expression(depth - 1)}, {Expression(depth - 1)})",
        1 => $"map(&{NotNull(Expression(depth - 1))}, {Expression(depth - 1)})",
        2 => $"{Pick(["sort_by", "max_by", "min_by", "group_by"])}({Expression(depth - 1)}, &{Expression(depth - 2)})",
        _ => $"{Pick(OneArgument)}({NotNull(Expression(depth - 1))})",
    };
}
