using Microsoft.Extensions.Time.Testing;

namespace Aggregator.Tests.Samples;

/// <summary>A clock that stands still and whose timers are due at once, so that nothing really waits.</summary>
internal sealed class ReadyTimers(DateTimeOffset now) : FakeTimeProvider(now)
{
    /// <summary>The waits that were asked for, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (Waits)
            Waits.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
