using Aggregator.Gateway.Problems;

namespace Aggregator.Gateway.Operator;

/// <summary>What operators find at their listener.</summary>
internal static class OperatorRoutes
{
    /// <summary>
    /// Puts the branch at the top of the pipeline that the mark of a connection decides: there are the operator's routes on one side of it and
    /// the public ones on the other, and no request can be on both.
    /// </summary>
    /// <param name="app">The host.</param>
    public static void UseOperatorBranch(this WebApplication app)
    {
        var operators = new ApplicationBuilder(app.Services); // not the host's own: its routes are the public ones
        operators.UseMiddleware<OperatorGate>();
        operators.UseRouting();
        operators.UseEndpoints(routes =>
        {
            var purge = routes.ServiceProvider.GetRequiredService<PurgeEndpoint>();
            routes.Map("/admin/purge", purge.AnswerAsync);
        });
        operators.Run(context => ProblemAnswer.WriteAsync(context, new(ProblemKind.UnknownPath, "There is nothing here for operators.")));

        var branch = operators.Build();
        app.Use(next => context => OperatorConnection.Has(context) ? branch(context) : next(context));
    }
}
