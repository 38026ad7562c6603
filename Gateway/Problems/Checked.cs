namespace Aggregator.Gateway.Problems;

/// <summary>Something read from a request, or the problem with it. Exactly one of the two is there.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="Value">What was read.</param>
/// <param name="Problem">Why it cannot be.</param>
internal readonly record struct Checked<T>(T? Value, Problem? Problem)
    where T : class
{
    /// <summary>A thing that is well.</summary>
    public static implicit operator Checked<T>(T value) => new(value, null);

    /// <summary>A thing that is not.</summary>
    public static implicit operator Checked<T>(Problem problem) => new(null, problem);
}
