using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Content of an act of the ordinary procedure (普通程序环节), as entered by the person who does it. It is stored unchanged; all bodies together make up the file.</summary>
public abstract record ActBody
{
    /// <summary>When the act was done, as stated by the caller, who may enter it later; not in the future.</summary>
    public required DateTimeOffset DoneAt { get; init; }

    /// <summary>Refuses particulars that the law does not allow, then makes the changes of the act to the case itself.</summary>
    internal abstract void Execute(ActExecution act);

    /// <summary>The body with what the catalogue or the file determines entered, before it is judged and stored.</summary>
    /// <exception cref="DomainException">Something else was entered there.</exception>
    internal virtual ActBody CompletedFrom(OrdinaryFile file, ActContext law) => this;

    /// <summary>Enters the act into the file. Never refuses: it is run again each time the file is opened.</summary>
    internal virtual void Apply(OrdinaryFile file, DoneAct done) { }

    /// <summary>Fields that enter the record in clear: dates, kinds, amounts, results. Everything else enters by its commitment.</summary>
    internal virtual RecordFields RecordedFields() => new();
}

/// <summary>An act that two officers do with their certificates shown (第四十二条、第五十五条).</summary>
public abstract record SceneActBody : ActBody
{
    /// <summary>The officers present, with the certificates they showed.</summary>
    public required Attendance Attendance { get; init; }
}

/// <summary>The officers present at an act, with the certificates they showed (出示执法证件).</summary>
/// <param name="Officers">The officers with the certificate each showed; at least two different persons.</param>
/// <param name="CertificatesShownAt">When the certificates were shown; not after the act.</param>
public sealed record Attendance(IReadOnlyList<OfficerShown> Officers, DateTimeOffset CertificatesShownAt);

/// <summary>An officer at an act, with the certificate shown.</summary>
/// <param name="OfficerId">The officer.</param>
/// <param name="CertificateNumber">Number of the certificate shown.</param>
public sealed record OfficerShown(Guid OfficerId, string CertificateNumber);

/// <summary>An act that was done, with its content.</summary>
/// <param name="Entry">Its position in the file, who did it and when.</param>
/// <param name="Body">Its content.</param>
public sealed record DoneAct(CaseActEntry Entry, ActBody Body)
{
    /// <summary>Which act.</summary>
    public CaseAct Act => Entry.Act;

    /// <summary>When it was done, as claimed.</summary>
    public DateTimeOffset DoneAt => Entry.DoneAt;

    /// <summary>Its legal date.</summary>
    public DateOnly DoneOn => Entry.DoneOn;

    /// <summary>Who did it.</summary>
    public Guid PersonId => Entry.PersonId;
}
