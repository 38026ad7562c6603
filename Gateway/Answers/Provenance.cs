using System.Collections.Immutable;
using System.Text.Json;
using Aggregator.Reports;

namespace Aggregator.Gateway.Answers;

/// <summary>How each source of a document fared, in the words of the envelope.</summary>
internal static class Provenance
{
    /// <summary>The word for a state.</summary>
    public static string NameOf(SourceState state) => state switch
    {
        SourceState.Ok => "ok",
        SourceState.Stale => "stale",
        SourceState.Default => "default",
        SourceState.Skipped => "skipped",
        SourceState.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a name."),
    };

    /// <summary>The word for a cache's part in a source.</summary>
    public static string NameOf(CacheOutcome outcome) => outcome switch
    {
        CacheOutcome.Off => "off",
        CacheOutcome.Hit => "hit",
        CacheOutcome.Miss => "miss",
        CacheOutcome.Revalidated => "revalidated",
        CacheOutcome.Stale => "stale",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without a name."),
    };

    /// <summary>Writes the sources as an object by their names.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<SourceReport> sources)
    {
        json.WriteStartObject();
        foreach (var source in sources)
        {
            json.WriteStartObject(source.Name);
            json.WriteString("state"u8, NameOf(source.State));
            json.WriteString("cache"u8, NameOf(source.Cache));
            json.WriteNumber("attempts"u8, source.Attempts);
            WriteMilliseconds(json, "startedMs"u8, source.Started);
            WriteMilliseconds(json, "durationMs"u8, source.Duration);
            json.WriteNumber("bytes"u8, source.Bytes);
            json.WriteString("error"u8, source.Error);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMilliseconds(Utf8JsonWriter json, ReadOnlySpan<byte> member, TimeSpan? time)
    {
        if (time is { } known)
            json.WriteNumber(member, Milliseconds(known));
        else
            json.WriteNull(member);
    }

    /// <summary>A time in milliseconds with three decimals: microseconds are as fine as clocks between processes mean anything.</summary>
    public static decimal Milliseconds(TimeSpan time) => decimal.Round((decimal)time.Ticks / TimeSpan.TicksPerMillisecond, 3);
}
