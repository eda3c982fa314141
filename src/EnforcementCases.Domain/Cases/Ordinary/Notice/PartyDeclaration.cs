using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Tie of a person who declares something for the party.</summary>
public enum DeclarantTie
{
    /// <summary>当事人本人; for an individual business (个体工商户), its operator.</summary>
    [Term("当事人本人")]
    Self,

    /// <summary>法定代表人.</summary>
    [Term("法定代表人")]
    LegalRepresentative,

    /// <summary>主要负责人.</summary>
    [Term("主要负责人")]
    Head,

    /// <summary>委托代理人.</summary>
    [Term("委托代理人")]
    Agent,

    /// <summary>监护人.</summary>
    [Term("监护人")]
    Guardian,
}

/// <summary>How the party declared something (陈述、申辩、放弃、撤回): in writing and signed, or orally and recorded, and before two officers.
/// 行政处罚法 第四十五条、第六十二条.</summary>
/// <param name="DeclarantName">Name of the person who declared it.</param>
/// <param name="Tie">Tie of that person to the party.</param>
/// <param name="Attendance">The two officers before whom it was declared, with the certificates they showed; null only for a signed statement that was sent in.</param>
/// <param name="SignedSha256">SHA-256 of the signed writing; null if it was declared orally.</param>
/// <param name="MediaSha256">Recordings (sound or picture) of an oral declaration, each as the SHA-256 of its file; empty if it was written.</param>
/// <param name="AuthoritySha256">SHA-256 of the authority of an agent (授权委托书), of the proof of guardianship, or of the identification of a legal representative
/// or head whose name the file does not know (法定代表人身份证明); required for them, otherwise null.</param>
public sealed record PartyDeclaration(
    string DeclarantName,
    DeclarantTie Tie,
    Attendance? Attendance = null,
    string? SignedSha256 = null,
    IReadOnlyList<string>? MediaSha256 = null,
    string? AuthoritySha256 = null
)
{
    /// <summary>Neither signed nor recorded, or by somebody who is not the party and has no authority of it.</summary>
    public static readonly DomainError NotOfParty = new(
        "declaration.not-of-party",
        "REF-OWN-GATE",
        ErrorKind.RuleBroken,
        "当事人的陈述、申辩、放弃和撤回应当由当事人或者其代理人签名，或者有音像记录，并由两名以上执法人员在场",
        PenaltyLaw.At("第四十五条第一款")
    );

    /// <summary>Age up to which the party gives nothing up alone (十八周岁): the guardian does.</summary>
    public const int OfFullAge = 18;

    /// <summary>Refuses what nobody shows to come from the party.</summary>
    /// <param name="sentIn">How a signed writing arrived, to which no officer need have been witness; null if it was declared before officers.</param>
    /// <exception cref="DomainException"><see cref="NotOfParty"/>, or a rule of the officers present.</exception>
    internal static void EnsureMade(ActExecution act, PartyDeclaration? declaration, PartySubmission? sentIn = null)
    {
        if (declaration is null)
            throw NotOfParty.With("没有写明由谁、在何人面前作出").At("/declaration");
        if (declaration.Attendance is { } attendance)
            act.EnsureAttended(attendance);
        else if (sentIn is null || declaration.SignedSha256 is null)
            throw NotOfParty
                .With("没有写明在场的执法人员", "由两名以上执法人员在场；寄送书面材料的，写明收到日期")
                .At("/declaration/attendance");
        EnsureOfParty(declaration, act.Case.Party);
        if (declaration.Tie is DeclarantTie.Guardian)
            Guardianship.EnsureSame(declaration.DeclarantName, act.File.Guardianship.Known, "/declaration/declarantName");
    }

    /// <summary>The same, where the party gives a right up or takes a request back: for a minor the guardian does.</summary>
    /// <exception cref="DomainException"><see cref="NotOfParty"/>, or a rule of the officers present.</exception>
    internal static void EnsureGivenUp(ActExecution act, PartyDeclaration? declaration)
    {
        EnsureMade(act, declaration);
        if (act.Case.Party.AgeAtOffence is { } age && age < OfFullAge && declaration!.Tie is not DeclarantTie.Guardian)
            throw NotOfParty
                .With($"当事人行为时 {age} 周岁，作出人为{declaration.Tie.Term()}", "由监护人放弃或者撤回")
                .At("/declaration/tie");
    }

    /// <summary>Refuses what nobody signed or recorded, and somebody who is not the party and has no authority of it.</summary>
    /// <exception cref="DomainException"><see cref="NotOfParty"/>.</exception>
    public static void EnsureOfParty(PartyDeclaration declaration, PartySnapshot party)
    {
        if (declaration.SignedSha256 is null && declaration.MediaSha256 is not { Count: > 0 })
            throw NotOfParty.With("既没有签名的书面材料，也没有音像记录").At("/declaration/signedSha256");
        if (declaration.Tie is DeclarantTie.Agent or DeclarantTie.Guardian && declaration.AuthoritySha256 is null)
            throw NotOfParty.With($"{declaration.Tie.Term()}没有授权委托书或者监护关系证明").At("/declaration/authoritySha256");
        if (!Fits(declaration.Tie, party.Kind))
            throw NotOfParty.With($"{declaration.Tie.Term()}与当事人的类别不符").At("/declaration/tie");
        if (
            declaration.Tie is DeclarantTie.LegalRepresentative or DeclarantTie.Head
            && NameOf(party, declaration.Tie) is null
            && declaration.AuthoritySha256 is null
        )
            throw NotOfParty.With($"案卷中没有{declaration.Tie.Term()}的姓名，也没有身份证明").At("/declaration/authoritySha256");
        if (NameOf(party, declaration.Tie) is { } known && known != declaration.DeclarantName.Trim())
            throw NotOfParty.With($"作出人姓名与案卷中{declaration.Tie.Term()}的姓名不一致").At("/declaration/declarantName");
    }

    private static bool Fits(DeclarantTie tie, PartyKind party) =>
        tie switch
        {
            DeclarantTie.Self => party is PartyKind.Citizen or PartyKind.IndividualBusiness,
            DeclarantTie.LegalRepresentative => party is PartyKind.LegalPerson,
            DeclarantTie.Head => party is PartyKind.LegalPerson or PartyKind.OtherOrganisation,
            DeclarantTie.Guardian => party is PartyKind.Citizen,
            DeclarantTie.Agent => true,
        };

    /// <summary>The name that the file knows for a tie; null if it knows none.</summary>
    private static string? NameOf(PartySnapshot party, DeclarantTie tie) =>
        (tie, party.Kind) switch
        {
            (DeclarantTie.Self, PartyKind.Citizen) => party.Name,
            (DeclarantTie.Self, PartyKind.IndividualBusiness) => party.Representative ?? party.Name,
            (DeclarantTie.LegalRepresentative or DeclarantTie.Head, _) => party.Representative,
            _ => null,
        };
}
