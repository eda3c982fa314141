namespace EnforcementCases.Domain.Documents;

/// <summary>A question and its answer.</summary>
/// <param name="Question">What was asked (问).</param>
/// <param name="Answer">What was answered (答).</param>
public sealed record QuestionAndAnswer(string Question, string Answer);
