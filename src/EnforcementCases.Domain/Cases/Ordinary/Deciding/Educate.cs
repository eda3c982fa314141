using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Educates a party on whom no penalty is imposed (教育). 行政处罚法 第三十三条第三款.</summary>
[Upcast(1)] // adultPresent: not asked then
public sealed record Educate : SceneActBody
{
    /// <summary>Form of the education.</summary>
    public required EducationForm Form { get; init; }

    /// <summary>Content of the education.</summary>
    public required string Content { get; init; }

    /// <summary>The party signed.</summary>
    public required bool PartySigned { get; init; }

    /// <summary>Why the party did not sign; required if it did not, otherwise null.</summary>
    public string? NotSignedBecause { get; init; }

    /// <summary>The adult who was present for a minor (监护人或者其他合适成年人); required if the party is under eighteen, otherwise null.</summary>
    public AdultPresent? AdultPresent { get; init; }

    internal override void Execute(ActExecution act)
    {
        Guardianship.EnsurePresent(AdultPresent, act.AgeOfParty, act.Case.Party.Name, act.File.Guardianship.Known);
        act.EnsureAttended(Attendance);
        if (!PartySigned && string.IsNullOrWhiteSpace(NotSignedBecause))
            throw EducationDuty.SignatureUnexplained.With("没有当事人签名，也没有说明");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Deciding.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("form", Form).Add("signed", PartySigned);
}
