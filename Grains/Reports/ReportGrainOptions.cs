namespace Aggregator.Reports;

/// <summary>How report grains treat their callers.</summary>
public sealed class ReportGrainOptions
{
    /// <summary>How long a compile goes on while no call for it is under way, so that a repeated call can rejoin it. Default 10 s: one attempt of a gateway.</summary>
    public TimeSpan Grace { get; init; } = DefaultGrace;

    /// <summary>The grace unless configured otherwise.</summary>
    public static readonly TimeSpan DefaultGrace = TimeSpan.FromSeconds(10);

    /// <summary>How long an activation stays that holds nothing. Default 5 s.</summary>
    public TimeSpan Rest { get; init; } = DefaultRest;

    /// <summary>The rest unless configured otherwise.</summary>
    public static readonly TimeSpan DefaultRest = TimeSpan.FromSeconds(5);
}
