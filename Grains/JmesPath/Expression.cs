using System.Diagnostics.CodeAnalysis;
using Aggregator.JmesPath.Nodes;
using Aggregator.JmesPath.Syntax;

namespace Aggregator.JmesPath;

/// <summary>A parsed JMESPath expression (jmespath.org with the community's extensions). Immutable; evaluations may run at once.</summary>
public sealed class Expression
{
    private readonly Node _node;

    private Expression(string text, Node node) => (Text, _node, Uses) = (text, node, RootUseBuilder.Of(node));

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>What the expression uses of the value that it is evaluated against.</summary>
    public RootUse Uses { get; }

    /// <summary>
    /// Reads an expression, of at most 65,536 characters and 200 parts inside one another. Unknown functions and wrong numbers of arguments
    /// are problems here, not when it is evaluated.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="expression">The expression, when it is well-formed.</param>
    /// <param name="problem">What is wrong with it, otherwise.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out Expression? expression, [NotNullWhen(false)] out SyntaxProblem? problem)
    {
        expression = Parser.TryParse(text, out var node, out problem) ? new(text, node) : null;
        return expression is not null;
    }

    /// <summary>Evaluates the expression.</summary>
    /// <param name="root">What <c>@</c> is at the start, and what a bare name is looked up in.</param>
    /// <param name="variables">What <c>$name</c> is looked up in.</param>
    /// <param name="budget">What the evaluation may cost; shared by the evaluations that make one document.</param>
    /// <param name="cancellationToken">Ends the evaluation.</param>
    /// <exception cref="ExpressionException">A function was given what it does not take, or the budget is used up.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public JsonValue Evaluate(JsonValue root, Variables variables, EvaluationBudget budget, CancellationToken cancellationToken)
    {
        var run = new Evaluation(root, variables, budget, cancellationToken);
        var result = _node.Evaluate(root, run);
        run.Finish();
        return result;
    }
}
