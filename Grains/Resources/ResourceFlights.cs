namespace Aggregator.Resources;

/// <summary>The calls under way in one shard.</summary>
/// <param name="time">The clock.</param>
/// <param name="grace">How long a call goes on when every waiter's call has broken off without leaving.</param>
internal sealed class ResourceFlights(TimeProvider time, TimeSpan grace)
{
    private readonly Dictionary<FlightKey, ResourceFlight> _joinable = [];
    private readonly HashSet<ResourceFlight> _flights = [];

    /// <summary>The flight that a request may join: one of its own key, for a HEAD also one that fetches the body, or for anybody the one it was in.</summary>
    public ResourceFlight? Find(ResourceQuestion question)
    {
        var request = question.Request;
        if (!request.Safe) return _flights.FirstOrDefault(flight => flight.Has(request.Waiter));
        if (request.Method == "HEAD" && Find(question, question.Flight with { Method = "GET" }) is { } whole) return whole;
        return Find(question, question.Flight);
    }

    /// <summary>Starts a call.</summary>
    /// <param name="question">The request that it is for; others join it if it is safe.</param>
    /// <param name="fetch">Carries it out.</param>
    public ResourceFlight Start(ResourceQuestion question, Func<ResourceFlight, CancellationToken, Task<Landing>> fetch)
    {
        var flight = new ResourceFlight(question, fetch, time, grace);
        if (flight.Landing.IsCompleted) return flight;
        _flights.Add(flight);
        if (question.Request.Safe) _joinable[question.Flight] = flight;
        _ = ForgetAsync(question, flight);
        return flight;
    }

    /// <summary>Takes a waiter out of its flight for good.</summary>
    public Task LeaveAsync(Guid waiter) => _flights.FirstOrDefault(flight => flight.Has(waiter))?.LeaveAsync(waiter) ?? Task.CompletedTask;

    /// <summary>Notes that something at an address has changed: what is under way there is too old for those who come from now on.</summary>
    public void Outdate(ResourceAddress address)
    {
        foreach (var flight in _flights.Where(flight => flight.Address == address)) flight.Outdate();
    }

    /// <summary>Cancels every call, and waits until all have ended.</summary>
    public async Task EndAsync()
    {
        foreach (var flight in _flights.ToList()) await flight.DisposeAsync();
    }

    private ResourceFlight? Find(ResourceQuestion question, FlightKey key) =>
        _joinable.TryGetValue(key, out var flight) && flight.CanJoin && question.Purges.MayJoin(flight.Began, [.. flight.Subjects.Union(question.Subjects)])
            ? flight
            : null;

    /// <summary>Ends with the flight, on the shard's turn: whatever its landing throws is for those who wait for it.</summary>
    private async Task ForgetAsync(ResourceQuestion question, ResourceFlight flight)
    {
        await ((Task)flight.Landing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _flights.Remove(flight);
        if (question.Request.Safe && _joinable.TryGetValue(question.Flight, out var joinable) && ReferenceEquals(joinable, flight)) _joinable.Remove(question.Flight);
    }
}
