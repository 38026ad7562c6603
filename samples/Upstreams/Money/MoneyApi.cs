using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Samples.Money;

/// <summary>The API of currencies, under <c>/money</c>.</summary>
internal static class MoneyApi
{
    /// <summary>Adds the API to a server.</summary>
    public static void MapMoney(this IEndpointRouteBuilder server, Atlas atlas) =>
        server.MapGet("/money/currencies/{code}", (string code) => One(atlas, code));

    private static IResult One(Atlas atlas, string code) => atlas.Currencies.TryGetValue(code, out var currency)
        ? JsonAnswer.Tagged(currency, Lifetime)
        : Refusal.NotFound($"There is no currency with the code {code}.");

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
}
