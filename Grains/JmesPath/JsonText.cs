using Aggregator.JmesPath.Scanning;

namespace Aggregator.JmesPath;

/// <summary>The one check that bytes from outside pass before anything reads them as JSON.</summary>
public static class JsonText
{
    /// <summary>
    /// Checks that the bytes are one JSON value (RFC 8259) in valid UTF-8, no deeper than the limit, without lone surrogates. A byte order mark is
    /// the caller's to strip. Members of one name are let through; look-ups take the last.
    /// </summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="maxDepth">The deepest nesting of lists and objects allowed.</param>
    /// <returns>What is wrong, or null.</returns>
    public static JsonProblem? Check(ReadOnlySpan<byte> utf8, int maxDepth = DefaultMaxDepth) => TextCheck.Run(utf8, maxDepth);

    /// <summary>The deepest nesting allowed unless the caller says otherwise.</summary>
    public const int DefaultMaxDepth = 64;
}
