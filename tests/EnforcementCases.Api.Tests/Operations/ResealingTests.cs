using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Documents;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.OpenApi;
using EnforcementCases.Platform.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Operations;

/// <summary>An installation of before sealed values were bound to their rows, and <c>migrate</c>.</summary>
public sealed class ResealingTests : IAsyncLifetime
{
    private ApiFixture api = null!;

    private string MarkFile => Path.Combine(api.DataDirectory, "keys", $"{Resealing.Mark}.mark");

    public async ValueTask InitializeAsync() => api = await ApiFixture.StartAsync();

    public async ValueTask DisposeAsync() => await api.DisposeAsync();

    [Fact]
    public async Task A_new_installation_is_bound_from_the_beginning()
    {
        File.Exists(MarkFile).ShouldBeTrue();
        await api.GivenDecidedCase();

        var (code, said) = await api.Operate("migrate");

        code.ShouldBe(ExitCodes.Done, said);
        said.ShouldContain("every sealed value is bound");
    }

    [Fact]
    public async Task What_was_sealed_before_opens_again_once_migrate_has_bound_it_and_not_before()
    {
        var (key, body) = (Guid.NewGuid().ToString("N"), AlteringSteps.ACaseWithAddress());
        var decided = (await api.SignedInAs("hg-officer1").PostJson("simple-cases", body, key))["id"].GetGuid();
        var filed = await api.GivenFiledCase();
        var order = await GivenOrder();
        await UnbindAll();
        File.Delete(MarkFile);

        (await api.SignedInAs("hg-officer1").GetJson($"cases/{decided}")).ShouldBeProblem(409, "sealed-value.does-not-open");
        (await api.Operate("verify")).ExitCode.ShouldBe(ExitCodes.SchemaOlder);
        var (code, said) = await api.Operate("migrate");

        code.ShouldBe(ExitCodes.Done, said);
        said.ShouldContain("sealed values bound");
        File.Exists(MarkFile).ShouldBeTrue();
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{decided}")).Status.ShouldBe(200);
        (await filed.File()).Status.ShouldBe(200);
        (await filed.Pdf("FilingApproval")).ShouldNotBeEmpty();
        var again = await api.SignedInAs("hg-officer1").PostJson("simple-cases", body, key);
        again.Replayed.ShouldBeTrue(again.Body.ToString());
        again["id"].GetGuid().ShouldBe(decided);
        (await api.SignIn("hg-head")).ShouldNotBeNull(); // with the second factor
        await api.Alter(async db =>
        {
            var vault = api.Services.GetRequiredService<PersonalDataVault>();
            var cells = SealedCell.OfParty.InOrder(order);
            var party = (await db.CorrectionOrders.AsNoTracking().SingleAsync(o => o.Id == order)).Party;
            vault.OpenText(party.AddressSealed, cells.Address).ShouldNotBeNull();
            vault.OpenText(party.PhoneSealed, cells.Phone).ShouldNotBeNull();
        });
        (await api.Operate("verify")).ShouldSatisfyAllConditions(v => v.ExitCode.ShouldBe(ExitCodes.Done, v.Said));
    }

    [Fact]
    public async Task A_server_with_unbound_values_is_not_served_until_migrate_has_run()
    {
        await api.GivenDecidedCase();
        await UnbindAll();
        File.Delete(MarkFile);

        await WithResealing(async resealing =>
        {
            var refused = await Should.ThrowAsync<RefusedOperationException>(() => resealing.EnsureBoundAsync(migrate: false, default));
            refused.ExitCode.ShouldBe(ExitCodes.SchemaOlder);
            refused.Message.ShouldContain("scripts/migrate");
        });
        File.Exists(MarkFile).ShouldBeFalse();

        await WithResealing(async resealing => (await resealing.EnsureBoundAsync(migrate: true, default)).ShouldBeGreaterThan(0));
        File.Delete(MarkFile); // a replica with a disk of its own finds all bound and marks it
        await WithResealing(async resealing => (await resealing.EnsureBoundAsync(migrate: false, default)).ShouldBe(0));
        File.Exists(MarkFile).ShouldBeTrue();
    }

    [Fact]
    public async Task A_run_that_was_broken_off_is_gone_on_with_in_batches_and_leaves_what_is_bound()
    {
        var filed = await api.GivenFiledCase();
        var before = await Bodies(filed.Id);
        before.Count.ShouldBeGreaterThan(4);
        await Unbind(
            db => db.CaseActs.OrderByDescending(a => a.Id).Take(3),
            a => a.Id,
            a => a.BodySealed,
            SealedCell.ActBody,
            _ => "case-act"
        );
        File.Delete(MarkFile);

        await WithResealing(async resealing => (await resealing.EnsureBoundAsync(migrate: true, default)).ShouldBe(3), batch: 2);

        var after = await Bodies(filed.Id);
        after.Count(a => before[a.Key].AsSpan().SequenceEqual(a.Value)).ShouldBe(before.Count - 3);
        after.Values.ShouldAllBe(v => PersonalDataVault.IsBound(v));
        (await filed.File()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_value_that_was_moved_before_it_was_bound_is_named_and_stays_closed()
    {
        var filed = await api.GivenFiledCase();
        await UnbindAll();
        File.Delete(MarkFile);
        var moved = Guid.Empty;
        await api.Alter(async db =>
        {
            var acts = await db.CaseActs.AsNoTracking().Where(a => a.CaseId == filed.Id).OrderBy(a => a.Place).ToListAsync();
            moved = acts[0].Id;
            await db.CaseActs.Where(a => a.Id == moved).ExecuteUpdateAsync(set => set.SetProperty(a => a.BodySealed, acts[1].BodySealed));
        });

        var (code, said) = await api.Operate("migrate");

        code.ShouldBe(ExitCodes.Wrong);
        said.ShouldContain($"case_acts.body_sealed {moved}");
        said.Split("case_acts.body_sealed").Length.ShouldBe(2, "it is the only one");
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{filed.Id}/file")).ShouldBeProblem(409, "sealed-value.does-not-open");
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{filed.Id}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_value_that_is_planted_unbound_later_opens_neither_for_the_program_nor_for_migrate()
    {
        var @case = await api.GivenDecidedCase(AlteringSteps.ACaseWithAddress());
        await Unbind(
            db => db.Cases,
            c => c.Id,
            c => c.Party.AddressSealed,
            id => SealedCell.OfParty.InCase(id).Address,
            _ => "party-address"
        );

        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}")).ShouldBeProblem(409, "sealed-value.does-not-open");
        var (code, said) = await api.Operate("migrate");

        code.ShouldBe(ExitCodes.Wrong);
        said.ShouldContain("cases.party_address_sealed");
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}")).ShouldBeProblem(409, "sealed-value.does-not-open");
    }

    [Fact]
    public async Task Other_keys_bind_nothing()
    {
        await api.GivenDecidedCase();
        await UnbindAll(new byte[32]);
        File.Delete(MarkFile);

        var (code, said) = await api.Operate("migrate");

        code.ShouldBe(ExitCodes.Wrong);
        said.ShouldContain("the keys may be others");
        File.Exists(MarkFile).ShouldBeFalse();
    }

    /// <summary>Bytes that are no ciphertext: hashes, fingerprints, the record in clear.</summary>
    [Fact]
    public async Task Every_sealed_column_of_the_model_is_known_by_its_name()
    {
        string[] clear =
        [
            "idempotent_requests.fingerprint",
            "record_chains.last_hash",
            "record_entries.canonical",
            "record_entries.previous_hash",
            "record_entries.hash",
            "statistics_snapshots.log_hash",
            "log_checkpoints.note",
            "log_checkpoints.time_stamp",
            "log_heads.frontier",
            "log_leaves.hash",
            "log_tiles.hashes",
            "sessions.refresh_hash",
            "sessions.previous_refresh_hash",
        ];
        await api.Alter(db =>
        {
            var columns = db
                .Model.GetEntityTypes()
                .SelectMany(e =>
                    e.GetFlattenedProperties()
                        .Where(p => p.ClrType == typeof(byte[]))
                        .Select(p => $"{e.GetTableName()}.{p.GetColumnName()}")
                );
            columns.Except(clear).ShouldBe(new Resealing(db, null!, null!, null!).ColumnNames, ignoreOrder: true);
            return Task.CompletedTask;
        });
    }

    private async Task<Guid> GivenOrder()
    {
        var body = new Examples(Capabilities.Assemblies).BodyOf("OrderCorrection")!;
        body["party"]!["address"] = "天津市滨海新区汉沽街道新开中路36号";
        body["party"]!["phone"] = "13900000000";
        var given = await api.SignedInAs("hg-officer1").PostJson("correction-orders", body);
        given.Status.ShouldBe(201, given.Body.ToString());
        return given["id"].GetGuid();
    }

    private async Task WithResealing(Func<Resealing, Task> use, int batch = 500)
    {
        await using var scope = api.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<ReaderScope>().Current = Domain.Access.OrganisationScope.All;
        await use(
            new(
                services.GetRequiredService<AppDbContext>(),
                services.GetRequiredService<UnitOfWork>(),
                services.GetRequiredService<PersonalDataVault>(),
                services.GetRequiredService<KeyRing>()
            )
            {
                Batch = batch,
            }
        );
    }

    private async Task<Dictionary<Guid, byte[]>> Bodies(Guid @case)
    {
        Dictionary<Guid, byte[]> bodies = [];
        await api.Alter(async db =>
            bodies = await db.CaseActs.Where(a => a.CaseId == @case).ToDictionaryAsync(a => a.Id, a => a.BodySealed)
        );
        return bodies;
    }

    /// <summary>Everything as it was sealed before.</summary>
    private async Task UnbindAll(byte[]? otherKey = null)
    {
        await Unbind(db => db.CaseActs, a => a.Id, a => a.BodySealed, SealedCell.ActBody, _ => "case-act", otherKey);
        await Unbind(db => db.CaseDocuments, d => d.Id, d => d.ContentSealed, SealedCell.DocumentContent, _ => "case-document", otherKey);
        await Unbind(db => db.Parties, p => p.Id, p => p.DocumentSealed, SealedCell.PartyDocument, _ => "party-document", otherKey);
        await Unbind(
            db => db.Cases,
            c => c.Id,
            c => c.Party.AddressSealed,
            id => SealedCell.OfParty.InCase(id).Address,
            _ => "party-address",
            otherKey
        );
        await Unbind(
            db => db.Cases,
            c => c.Id,
            c => c.Party.PhoneSealed,
            id => SealedCell.OfParty.InCase(id).Phone,
            _ => "party-phone",
            otherKey
        );
        await Unbind(
            db => db.CorrectionOrders,
            o => o.Id,
            o => o.Party.AddressSealed,
            id => SealedCell.OfParty.InOrder(id).Address,
            _ => "party-address",
            otherKey
        );
        await Unbind(
            db => db.CorrectionOrders,
            o => o.Id,
            o => o.Party.PhoneSealed,
            id => SealedCell.OfParty.InOrder(id).Phone,
            _ => "party-phone",
            otherKey
        );
        await Unbind(db => db.RecordSecrets, s => s.EntryId, s => s.Payload, SealedCell.RecordSecret, _ => "record-secret", otherKey);
        await Unbind(
            db => db.SecondFactors,
            f => f.AccountId,
            f => f.Secret,
            SealedCell.SecondFactor,
            id => $"second-factor:{id:N}",
            otherKey
        );
        await Unbind(db => db.IdempotentRequests, r => r.Id, r => r.Result, SealedCell.Answer, _ => "idempotent-request", otherKey);
    }

    private async Task Unbind<TRow, TKey>(
        Func<AppDbContext, IQueryable<TRow>> rows,
        System.Linq.Expressions.Expression<Func<TRow, TKey>> key,
        System.Linq.Expressions.Expression<Func<TRow, byte[]?>> value,
        Func<TKey, SealedCell> cell,
        Func<TKey, string> purpose,
        byte[]? otherKey = null
    )
        where TRow : class
        where TKey : notnull
    {
        var vault = api.Services.GetRequiredService<PersonalDataVault>();
        var dataKey = otherKey ?? api.Services.GetRequiredService<KeyRing>().Secret("personal-data");
        var (keyOf, valueOf) = (key.Compile(), value.Compile());
        await api.Alter(async db =>
        {
            foreach (var row in await rows(db).IgnoreQueryFilters().AsNoTracking().ToListAsync())
            {
                if (valueOf(row) is not { Length: > 0 } sealedBytes)
                    continue;
                var at = cell(keyOf(row));
                var before = SealedAsBefore(dataKey, vault.Open(sealedBytes, at), purpose(keyOf(row)));
                var keyColumn = at.Table switch
                {
                    "record_secrets" => "entry_id",
                    "second_factors" => "account_id",
                    _ => "id",
                };
#pragma warning disable EF1002 // names of our own tables and columns
                (
                    await db.Database.ExecuteSqlRawAsync(
                        $"UPDATE {at.Table} SET {at.Column} = {{0}} WHERE {keyColumn} = {{1}}",
                        before,
                        keyOf(row)
                    )
                ).ShouldBe(1);
#pragma warning restore EF1002
            }
        });
    }

    /// <summary>Nonce, tag and ciphertext; the purpose of the field was authenticated with it.</summary>
    private static byte[] SealedAsBefore(byte[] key, byte[] clear, string purpose)
    {
        var (nonce, tag, cipherText) = (RandomNumberGenerator.GetBytes(12), new byte[16], new byte[clear.Length]);
        using var cipher = new AesGcm(key, tag.Length);
        cipher.Encrypt(nonce, clear, cipherText, tag, Encoding.UTF8.GetBytes(purpose));
        return [.. nonce, .. tag, .. cipherText];
    }
}
