using System.Collections.Immutable;
using System.Text;
using Aggregator.Identity;
using Aggregator.Reports;

namespace Aggregator.Gateway.Tests;

/// <summary>Reports, documents and failures to test with.</summary>
internal static class Examples
{
    public static ReportDescriptor Customer { get; } = new()
    {
        Name = "customer-overview",
        Summary = "Everything about one customer",
        Route = "/customers/{id}/overview",
        Parameters =
        [
            new() { Name = "id", Type = ParameterType.Integer, Required = true, Minimum = 1 },
            new() { Name = "tags", Type = ParameterType.Array, Items = new() { Name = "tags" } },
            new() { Name = "note", Type = ParameterType.String, MaxLength = 50 },
        ],
        DefinitionHash = "hash-of-customer",
        Safe = true,
        Deadline = TimeSpan.FromSeconds(5),
    };

    public static ReportDescriptor Forwarding { get; } = new()
    {
        Name = "forwarding",
        DefinitionHash = "hash-of-forwarding",
        Safe = true,
        Deadline = TimeSpan.FromSeconds(5),
        ForwardedHeaders = ["accept-language", "authorization"],
    };

    public static ReportDescriptor Order { get; } = new()
    {
        Name = "place-order",
        Route = "/orders/{id}",
        Parameters = [new() { Name = "id", Type = ParameterType.Integer, Required = true }, new() { Name = "note" }],
        DefinitionHash = "hash-of-order",
        Safe = false,
        Deadline = TimeSpan.FromSeconds(5),
    };

    public static UpstreamDescriptor Crm { get; } = new()
    {
        Name = "crm",
        DefinitionHash = "hash-of-crm",
        Relay = new() { Methods = [], Paths = [], MaxBody = 100_000 },
    };

    public static ImmutableArray<SourceReport> Sources { get; } =
    [
        new()
        {
            Name = "customer",
            State = SourceState.Ok,
            Cache = CacheOutcome.Miss,
            Attempts = 1,
            Bytes = 120,
            Started = TimeSpan.FromMilliseconds(0.5),
            Duration = TimeSpan.FromMilliseconds(12.25),
        },
        new() { Name = "vip", State = SourceState.Skipped },
        new()
        {
            Name = "region",
            State = SourceState.Default,
            Cache = CacheOutcome.Miss,
            Attempts = 2,
            Error = "timeout",
            Missing = true,
            Started = TimeSpan.FromMilliseconds(13),
            Duration = TimeSpan.FromMilliseconds(300),
        },
    ];

    public static ReportDocument Document(string body = """{"name":"Ada","total":1.10}""", bool complete = true) => new()
    {
        Body = Encoding.UTF8.GetBytes(body),
        Version = "v1",
        CompiledAt = new(2026, 11, 24, 10, 0, 0, 250, TimeSpan.FromHours(1)),
        Complete = complete,
        Sources = complete ? [Sources[0], Sources[1]] : Sources,
        Duration = TimeSpan.FromMilliseconds(313.5),
    };

    public static ReportFailure Failure(ReportFailureKind kind) =>
        new() { Kind = kind, Detail = "It did not work.", Sources = [Sources[2]] };
}
