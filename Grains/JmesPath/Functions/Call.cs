using Aggregator.JmesPath.Nodes;
using Aggregator.JmesPath.Scanning;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Functions;

/// <summary>A call: the arguments' values, taken as the kinds that a function needs.</summary>
/// <param name="function">The function.</param>
/// <param name="values">The values.</param>
/// <param name="expression">The argument that is an expression, if the function has one.</param>
/// <param name="run">The run that the call belongs to.</param>
internal readonly ref struct Call(Function function, ReadOnlySpan<JsonValue> values, Node? expression, Evaluation run)
{
    public Evaluation Run { get; } = run;

    public int Count { get; } = values.Length;

    private readonly ReadOnlySpan<JsonValue> _values = values;

    public JsonValue this[int place] => _values[place];

    /// <summary>What the expression gives on an element.</summary>
    public JsonValue On(JsonValue element) => expression is null ? element : expression.Evaluate(element, Run);

    /// <summary>An argument that must be of one kind.</summary>
    public JsonValue Require(int place, JsonKind kind) =>
        _values[place].Kind == kind ? _values[place] : throw WrongKind(place, kind.Words());

    /// <summary>An argument that must be a string: what it stands for, in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8(int place)
    {
        var text = Require(place, JsonKind.String);
        Run.SpendReading(text);
        return StringText.Decode(text);
    }

    /// <summary>An argument that must be a string and may be left out.</summary>
    public ReadOnlySpan<byte> Utf8(int place, ReadOnlySpan<byte> otherwise) => place < Count ? Utf8(place) : otherwise;

    /// <summary>Checks that an argument is a number, if it is there.</summary>
    public void RequireNumber(int place)
    {
        if (place < Count)
        {
            _ = Require(place, JsonKind.Number);
        }
    }

    /// <summary>An argument that must be an integer; null if it is left out. Beyond the range of an int, its end.</summary>
    public int? Integer(int place)
    {
        if (place >= Count)
        {
            return null;
        }

        var number = Require(place, JsonKind.Number);
        Run.SpendReading(number);
        return NumberText.ToInteger(number.Text) ?? throw Invalid(place, "no integer");
    }

    /// <summary>An argument that must be an integer and not negative; null if it is left out.</summary>
    public int? Natural(int place) => Integer(place) is not { } number ? null : number >= 0 ? number : throw Invalid(place, "negative");

    /// <summary>The elements of an argument that must be a list.</summary>
    public ReadOnlySpan<JsonValue> Elements(int place) => ListElements.Of(Require(place, JsonKind.List), Run);

    /// <summary>An argument is of a kind that the function does not take.</summary>
    public ExpressionException WrongKind(int place, string expected) => new(
        ExpressionErrorKind.InvalidType,
        $"{function.Name} takes {expected} as argument {place + 1}, not {_values[place].Kind.Words()}.");

    /// <summary>Something in an argument, or given by an expression, is of a kind that the function does not take.</summary>
    public ExpressionException WrongElement(string expected, JsonValue found) => new(
        ExpressionErrorKind.InvalidType,
        $"{function.Name} takes {expected}, and met {found.Kind.Words()}.");

    /// <summary>An argument's value makes no sense.</summary>
    public ExpressionException Invalid(int place, string what) =>
        new(ExpressionErrorKind.InvalidValue, $"Argument {place + 1} of {function.Name} is {what}.");

    /// <summary>A number is too large to compute with.</summary>
    public ExpressionException TooLarge() =>
        new(ExpressionErrorKind.InvalidValue, $"{function.Name} meets a number that is too large to compute with.");
}
