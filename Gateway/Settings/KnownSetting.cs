namespace Aggregator.Gateway.Settings;

/// <summary>A setting of ours.</summary>
/// <param name="Key">Its full key, sections separated by colons.</param>
internal sealed record KnownSetting(string Key)
{
    /// <summary>Whether this version does something about it.</summary>
    public bool Works { get; init; } = true;

    /// <summary>Whether it is a list or a table, so that further keys stand below it.</summary>
    public bool HasMembers { get; init; }

    /// <summary>What a value must be, when this one is not that; null for a value that will do.</summary>
    public Func<string, string?> Expected { get; init; } = static value => value.Trim().Length == 0 ? "a value" : null;

    /// <summary>Whether a key is this setting's, or one of its members'.</summary>
    public bool Covers(string key) =>
        key.Equals(Key, StringComparison.OrdinalIgnoreCase)
        || (HasMembers && key.StartsWith(Key + ":", StringComparison.OrdinalIgnoreCase));
}
