using System.Collections.Frozen;
using Aggregator.Tests.HttpCaching.Suite;
using Aggregator.Tests.Nodes;
using Aggregator.Tests.Processes;

namespace Aggregator.Tests.PublicCacheTests;

/// <summary>
/// The public cache tests against a node that relays to their own origin. They run by the clock, on a machine that may be busy: what surprises
/// is run once more by itself, and counts when it surprises again.
/// </summary>
public sealed class RelayedCacheTests : IAsyncLifetime
{
    /// <summary>What is met by the decisions alone and not over sockets. The reasons stand in docs/http-cache-tests.md.</summary>
    private static readonly FrozenSet<string> OverSockets = FrozenSet.Create(
        // Surrogate-Control is no standard.
        "surrogate-max-age", "surrogate-max-age-max", "surrogate-max-age-max-plus", "surrogate-max-age-me-target",
        "surrogate-max-age-other-target", "surrogate-max-age-age", "surrogate-max-age-space-before-equals",
        "surrogate-max-age-space-after-equals", "surrogate-max-age-0", "surrogate-max-age-extension", "surrogate-max-age-case-insensitive",
        "surrogate-max-age-expires", "surrogate-max-age-cc-max-age-invalid-expires", "surrogate-max-age-0-expires",
        "surrogate-max-age-short-cc-max-age", "surrogate-max-age-long-cc-max-age", "surrogate-no-store-cc-fresh",
        "surrogate-fresh-cc-nostore", "surrogate-append-capabilities",

        // The suite's origin writes the entity tag in UTF-8, its client in Latin-1: to us these are two.
        "conditional-etag-strong-respond-obs-text");

    private static readonly FrozenSet<string> Unmet = SuiteUnmet.Ids.Concat(OverSockets).ToFrozenSet();

    private readonly TemporaryFolder _folder = new();
    private CacheTestOrigin? _origin;
    private StartedNode? _node;

    private string Cache => $"{_node?.Client.BaseAddress?.GetLeftPart(UriPartial.Authority)}/relay/origin";

    public async ValueTask InitializeAsync()
    {
        _origin = await CacheTestOrigin.StartAsync();
        _folder.With("upstreams.yaml", $$"""
            upstreams:
              origin:
                url: "{{_origin.Address.GetLeftPart(UriPartial.Authority)}}"
                relay: { methods: any }
                retry: 0
                concurrency: 256
                timeout: 10s # the origin marks the end of one of its bodies by closing the connection, after five seconds
            """).With("report.yaml", "report: none\nsources:\n  one: { value: \"`1`\" }\n");
        _node = await StartedNode.StartAsync(_folder.Path);
        await _node.WaitUntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_node is { } node) await node.DisposeAsync();
        if (_origin is { } origin) await origin.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_test_is_met_but_those_named()
    {
        var outcomes = new Dictionary<string, CacheTestOutcome>(await CacheTestRun.RunAsync(Cache));
        if (Surprises(outcomes).Select(surprise => surprise.Key).ToList() is { Count: > 0 } again)
        {
            foreach (var (id, outcome) in await CacheTestRun.RunAsync(Cache, again)) outcomes[id] = outcome;
        }

        var surprises = Surprises(outcomes).Select(surprise => $"{surprise.Key}: {surprise.Value.Fault ?? "met, though named as unmet"}").ToList();
        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
        Assert.Equal((165, 141), Count(outcomes, "required"));
        Assert.Equal((95, 79), Count(outcomes, "optimal"));
        Assert.Equal((90, 44), Count(outcomes, "check"));
    }

    [Fact]
    public void Every_test_that_is_not_met_is_explained()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "http-cache-tests.md"));

        Assert.All(Unmet, id => Assert.Contains($"`{id}`", page, StringComparison.Ordinal));
    }

    private static IEnumerable<KeyValuePair<string, CacheTestOutcome>> Surprises(IReadOnlyDictionary<string, CacheTestOutcome> outcomes) =>
        outcomes.Where(outcome => (outcome.Value.Fault is not null) != Unmet.Contains(outcome.Key));

    private static (int All, int Met) Count(IReadOnlyDictionary<string, CacheTestOutcome> outcomes, string kind)
    {
        var ofKind = outcomes.Values.Where(outcome => outcome.Kind == kind).ToList();
        return (ofKind.Count, ofKind.Count(outcome => outcome.Fault is null));
    }
}
