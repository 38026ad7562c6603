using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Aggregator.Gateway.Operator;

/// <summary>
/// The mark of a connection that came in at an operator listener. What a request says of itself, such as its Host, can be forged; where its
/// connection came in cannot.
/// </summary>
internal sealed class OperatorConnection
{
    private static readonly OperatorConnection Mark = new();

    private OperatorConnection()
    {
    }

    /// <summary>Has a listener mark its connections.</summary>
    /// <param name="listener">The listener.</param>
    public static void MarkAllOf(ListenOptions listener) => listener.Use(next => connection =>
    {
        connection.Features.Set(Mark);
        return next(connection);
    });

    /// <summary>Whether a request came in at an operator listener.</summary>
    /// <param name="context">The request.</param>
    public static bool Has(HttpContext context) => context.Features.Get<OperatorConnection>() is not null;
}
