namespace Aggregator.Definitions.Syntax;

/// <summary>What a file may cost. Far above what people write, and low enough that a hostile file is refused in milliseconds.</summary>
internal static class NodeLimits
{
    /// <summary>The largest file, in bytes: 1 MiB.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The most values in one file, aliases expanded.</summary>
    public const int MaxNodes = 100_000;

    /// <summary>The deepest nesting of lists and maps.</summary>
    public const int MaxDepth = 64;
}
