using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Samples.Words;

/// <summary>The API of languages, under <c>/words</c>. It is the unreliable one: every third call is a 503.</summary>
internal static class WordsApi
{
    /// <summary>Adds the API to a server.</summary>
    public static void MapWords(this IEndpointRouteBuilder server, Atlas atlas)
    {
        var calls = 0;
        var words = server.MapGroup("/words").AddEndpointFilter((context, next) => Interlocked.Increment(ref calls) % 3 == 0
            ? new(Refusal.Unavailable(context.HttpContext.Response))
            : next(context));
        words.MapGet("/languages/{code}", (string code) => One(atlas, code));
        words.MapGet("/languages", (string? codes) => Several(atlas, codes));
    }

    private static IResult One(Atlas atlas, string code) => atlas.Languages.TryGetValue(code, out var language)
        ? JsonAnswer.Of(language, Lifetime)
        : Refusal.NotFound($"There is no language with the code {code}.");

    private static IResult Several(Atlas atlas, string? codes)
    {
        if (string.IsNullOrEmpty(codes))
            return Refusal.BadRequest("codes must name languages, separated by commas.");

        var known = codes.Split(',').Select(code => atlas.Languages.GetValueOrDefault(code)).OfType<Language>();
        return JsonAnswer.Of(new LanguageList([.. known]), Lifetime);
    }

    // Short, so that its failures can be watched by asking again.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);
}
