using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The party confirms the address for service, and whether it accepts electronic service (送达地址及电子送达确认书). 行政处罚法 第六十一条第二款.</summary>
[Upcast(1)] // namedReceiver, agents: not asked then
public sealed record ConfirmServiceAddress : ActBody
{
    /// <summary>The address for service (送达地址).</summary>
    public required string Address { get; init; }

    /// <summary>The party's fax number or e-mail address for electronic service; null if it did not agree to electronic service.</summary>
    public string? ElectronicAddress { get; init; }

    /// <summary>The person whom the party names to receive documents in its place (指定代收人); null if none.</summary>
    public string? NamedReceiver { get; init; }

    /// <summary>Agents of the party whose authority (授权委托书) is on file, by name; empty for none.</summary>
    public IReadOnlyList<string> Agents { get; init; } = [];

    /// <summary>SHA-256 of the signed confirmation.</summary>
    public required string ConfirmationSha256 { get; init; }

    internal override void Execute(ActExecution act) => act.Issue(DocumentKind.ServiceConfirmation);

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Service.Apply(this, done);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("electronic", ElectronicAddress is not null).Add("confirmationSha256", ConfirmationSha256);
}
