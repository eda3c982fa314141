using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Documents.Forms;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>Fills the forms of the ordinary procedure from the file: what each document says, in one place.</summary>
internal sealed class PapersOfCase
{
    /// <summary>What a document says that the act issues.</summary>
    /// <param name="number">Its number; null for a kind without one.</param>
    public FormValues ValuesOf(DocumentKind kind, OrdinaryFile file, DoneAct done, string? number, ActSurroundings law) =>
        throw new NotSupportedException($"{kind} is not filled yet.");
}
