namespace Aggregator.Gateway.Settings;

/// <summary>What is wrong with a setting.</summary>
/// <param name="Key">The setting, as it was written.</param>
/// <param name="Detail">What was found and what was expected. Never the value: it may be a secret.</param>
public sealed record SettingProblem(string Key, string Detail)
{
    /// <summary>The problem as one line.</summary>
    public override string ToString() => $"{Key}: {Detail}";
}
