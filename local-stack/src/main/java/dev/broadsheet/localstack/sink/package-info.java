/** A relay that counts mails and misbehaves when it is told to, for runs of tens of thousands of mails. */
package dev.broadsheet.localstack.sink;
