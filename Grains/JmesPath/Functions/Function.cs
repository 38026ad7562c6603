namespace Aggregator.JmesPath.Functions;

/// <summary>What a function does.</summary>
/// <param name="call">Its arguments.</param>
internal delegate JsonValue FunctionBody(Call call);

/// <summary>A function of the language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Least">How many arguments it needs.</param>
/// <param name="Most">How many it takes.</param>
/// <param name="Body">What it does.</param>
/// <param name="ExpressionAt">Which argument is an expression, to be evaluated on each element; -1 for none.</param>
internal sealed record Function(string Name, int Least, int Most, FunctionBody Body, int ExpressionAt = -1)
{
    /// <summary>As many arguments as one likes.</summary>
    public const int Any = int.MaxValue;

    public bool Takes(int count) => count >= Least && count <= Most;

    /// <summary>The number of arguments, in a sentence.</summary>
    public string ArityWords()
    {
        var least = Least == 1 ? "1 argument" : $"{Least} arguments";
        return Most == Least ? least : Most == Any ? $"at least {least}" : $"{Least} to {Most} arguments";
    }
}
