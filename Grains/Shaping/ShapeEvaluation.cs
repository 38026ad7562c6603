using Aggregator.JmesPath;

namespace Aggregator.Shaping;

/// <summary>Builds a shape's value in a scope.</summary>
/// <param name="scope">What names stand for.</param>
/// <param name="budget">What all of it may cost.</param>
/// <param name="cancellationToken">Ends it.</param>
public sealed class ShapeEvaluation(ExpressionScope scope, EvaluationBudget budget, CancellationToken cancellationToken)
{
    /// <summary>What stands in for a leaf whose expression failed; null to let the failure through.</summary>
    public Func<Expression, JsonValue?>? OnError { get; init; }

    /// <summary>Builds the value.</summary>
    /// <param name="shape">The shape.</param>
    /// <exception cref="ExpressionException">A leaf failed, and <see cref="OnError"/> gave nothing for it.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public JsonValue Evaluate(Shape shape) => shape switch
    {
        Shape.Literal literal => literal.Value,
        Shape.Computed computed => Evaluate(computed.Expression),
        Shape.Object made => JsonValue.FromObject([.. made.Members.Select(member => KeyValuePair.Create(member.Key, Evaluate(member.Value)))]),
        Shape.List list => JsonValue.FromList([.. list.Elements.Select(Evaluate)]),
        _ => throw new InvalidOperationException($"No value is known for a {shape.GetType().Name}."),
    };

    private JsonValue Evaluate(Expression expression)
    {
        try
        {
            return expression.Evaluate(scope.Root, scope.Variables, budget, cancellationToken);
        }
        catch (ExpressionException error) when (error.Kind != ExpressionErrorKind.BudgetExceeded && OnError?.Invoke(expression) is { } instead)
        {
            return instead;
        }
    }
}
