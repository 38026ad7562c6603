using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Aggregator.Gateway.Tests;

/// <summary>A clock that a test moves, and that tells which timers are armed: so a test moves it when somebody waits, not before.</summary>
internal sealed class ArmedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _armed = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _armed.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until a timer of a length is armed, then lets that time pass.</summary>
    public async Task PassAsync(TimeSpan length)
    {
        while (await _armed.Reader.ReadAsync() != length)
        {
        }

        Advance(length);
    }

    /// <summary>Lets each timer that is shorter than a second pass as it is armed, until a task has ended.</summary>
    /// <returns>The lengths of those timers.</returns>
    public async Task<List<TimeSpan>> PassPausesAsync(Task until)
    {
        var pauses = new List<TimeSpan>();
        while (true)
        {
            var armed = _armed.Reader.WaitToReadAsync().AsTask();
            if (await Task.WhenAny(until, armed) == until)
                return pauses;
            while (_armed.Reader.TryRead(out var length))
            {
                if (length >= TimeSpan.FromSeconds(1))
                    continue;
                pauses.Add(length);
                Advance(length);
            }
        }
    }
}
