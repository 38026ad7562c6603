using Microsoft.Extensions.Time.Testing;

namespace Aggregator.Gateway.Tests;

/// <summary>A clock that stands until a test moves it on, while timers run by themselves: so that nothing has to be waited for.</summary>
internal sealed class MovedTime : FakeTimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime, period);
}
