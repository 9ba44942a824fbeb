@echo off
rem The launcher for Windows: builds what it needs on first use, then runs the program.
setlocal
set "ROOT=%~dp0"
set "PROGRAM=%ROOT%gateway\WaterNode.Cli\bin\Release\net10.0\waternode.dll"
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
where dotnet >nul 2>nul
if errorlevel 1 (
  echo waternode: the .NET SDK was not found. WaterNode needs the .NET 10 SDK; install it and try again. 1>&2
  exit /b 1
)
if /i not "%~1"=="test" goto program
if "%~2"=="" goto tests
if "%~2"=="--all" (
  echo waternode: --all installs nothing on Windows: tests that need another program are skipped and counted. 1>&2
  goto tests
)
if "%~2"=="--help" goto help
if "%~2"=="-h" goto help
echo waternode: unrecognised option '%~2' for test; 'waternode test --help' lists the options. 1>&2
exit /b 2

:help
echo Usage: waternode test [--all]
echo Runs every test. Needs the .NET 10 SDK only; tests that need another program are skipped and counted.
echo   --all   on Debian, first installs those programs; on Windows nothing is installed
exit /b 0

:tests
rem One summary line a project: "Passed!  - Failed:     0, Passed:     9, Skipped:     0, Total: ...", whose words must not be translated.
rem A project that crashed, or a build that failed, has none and counts as one failure. The exit code is that of dotnet test.
set DOTNET_CLI_UI_LANGUAGE=en
powershell -NoProfile -Command ^
 "$f = 0; $p = 0; $s = 0;" ^
 "dotnet test ($env:ROOT + 'WaterNode.sln') -c Release -nologo '-maxcpucount:1' | ForEach-Object {" ^
 "  $_;" ^
 "  if ($_ -match '(?:Passed|Failed|Skipped)! +- Failed: *(\d+), Passed: *(\d+), Skipped: *(\d+)') {" ^
 "    $f += [int]$Matches[1]; $p += [int]$Matches[2]; $s += [int]$Matches[3] } };" ^
 "$code = $LASTEXITCODE;" ^
 "if ($code -ne 0 -and $f -eq 0) { $f = 1 };" ^
 "'{0} passed, {1} failed, {2} skipped' -f $p, $f, $s;" ^
 "exit $code"
exit /b

:program
rem MSBuild itself sees in a second or two whether anything changed.
dotnet build "%ROOT%gateway\WaterNode.Cli" -c Release -v quiet -nologo 1>&2
if errorlevel 1 exit /b 1
dotnet "%PROGRAM%" %*
exit /b
