using System.CommandLine;
using System.CommandLine.Invocation;
using KpiGrid.Host.Commands;

var root = new RootCommand("KpiGrid: KPIs of pilot projects, added up over municipalities, regions and networks.")
{
    SharedOptions.Json,
    ServeCommand.Create(),
    DemoCommand.Create(),
    ImportCommand.Create(),
    TotalsCommand.Create(),
    OverlapCommand.Create(),
    WhatIfCommand.Create(),
    MatrixCommand.Create(),
    FieldsCommand.Create(),
    InstrumentsCommand.Create(),
    ProgressCommand.Create(),
    LateCommand.Create(),
    ConflictsCommand.Create(),
    ChangedCommand.Create(),
    ApprovalCommand.Create(),
    ConfirmationsCommand.Create(),
    ConfirmCommand.Create(),
    RoundCommand.Create(),
    EditionCommand.Create(),
    CompareCommand.Create(),
    LineageCommand.Create(),
    WatchCommand.Create(),
    VerifyCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    KeysCommand.Create(),
    WebhookCommand.Create(),
};

var asked = root.Parse(args);
// The servers stop by themselves on SIGTERM and Ctrl+C; nothing may cut them short.
var code = await asked.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
return asked.Action is ParseErrorAction ? ExitCode.Usage : code;
