namespace EnforcementCases.Domain.Documents;

/// <summary>A question and its answer.</summary>
/// <param name="Question">The question (问).</param>
/// <param name="Answer">The answer (答).</param>
public sealed record QuestionAndAnswer(string Question, string Answer);
