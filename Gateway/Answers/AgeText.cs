using System.Globalization;
using Aggregator.HttpCaching;
using Aggregator.Reports;
using Microsoft.Extensions.Primitives;

namespace Aggregator.Gateway.Answers;

/// <summary>The two fields of an answer that change while a document ages, as text: the same for a second, so made once in it.</summary>
internal sealed class AgeText
{
    private readonly long _age;
    private readonly long _left;

    private AgeText(TimeSpan age, CacheStatus status, bool told)
    {
        (_age, _left) = (Seconds(age), Seconds(status.TimeToLive ?? TimeSpan.Zero));
        Age = told ? _age.ToString(CultureInfo.InvariantCulture) : StringValues.Empty;
        Status = status.ToString();
    }

    /// <summary>The field Age (RFC 9111 §5.1); empty for what was made for this request.</summary>
    public StringValues Age { get; }

    /// <summary>The field Cache-Status (RFC 9211).</summary>
    public StringValues Status { get; }

    /// <summary>What is told of an answer as a grain gave it.</summary>
    /// <param name="standing">How the document stands.</param>
    public static AgeText Of(DocumentStanding standing) => new(
        standing.Age,
        new()
        {
            Forward = standing.Forward,
            TimeToLive = standing.Kept ? standing.FreshFor : null,
            Stored = standing.Kept && standing.Forward is not null && standing.Detail is null,
            Collapsed = standing.Collapsed,
            Detail = standing.Detail,
        },
        told: standing.Forward is null || standing.Age >= Second);

    /// <summary>What is told of a hit.</summary>
    /// <param name="age">How old the document is.</param>
    /// <param name="left">For how much longer it is fresh.</param>
    /// <param name="before">What was told of the last hit; told again when nothing has changed.</param>
    public static AgeText OfHit(TimeSpan age, TimeSpan left, AgeText? before) =>
        before is not null && before._age == Seconds(age) && before._left == Seconds(left)
            ? before
            : new(age, new() { TimeToLive = left }, told: true);

    private static long Seconds(TimeSpan span) => (long)Math.Floor(span.TotalSeconds);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
}
